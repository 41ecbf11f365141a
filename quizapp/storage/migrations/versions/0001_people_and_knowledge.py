"""people and knowledge"""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('player',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("kind = 'guest' OR name IS NOT NULL", name=op.f('ck_player_account_has_name')),
    sa.CheckConstraint("kind IN ('guest', 'account')", name=op.f('ck_player_kind_known')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_player')),
    sa.UniqueConstraint('name', name=op.f('uq_player_name'))
    )
    op.create_table('record',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('actor', sa.String(length=60), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('action', sa.String(length=40), nullable=False),
    sa.Column('subject_kind', sa.String(length=20), nullable=False),
    sa.Column('subject_id', sa.String(length=60), nullable=False),
    sa.Column('old', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('new', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('why', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['actor_id'], ['player.id'], name=op.f('fk_record_actor_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_record'))
    )
    with op.batch_alter_table('record', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_record_actor_id'), ['actor_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_record_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_record_subject_kind_subject_id'), ['subject_kind', 'subject_id'], unique=False)

    op.create_table('scope',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('generation', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=20), nullable=True),
    sa.CheckConstraint("(kind = 'library') = (owner_id IS NULL)", name=op.f('ck_scope_only_teachers_own')),
    sa.CheckConstraint("kind IN ('library', 'teacher')", name=op.f('ck_scope_kind_known')),
    sa.ForeignKeyConstraint(['owner_id'], ['player.id'], name=op.f('fk_scope_owner_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_scope')),
    sa.UniqueConstraint('owner_id', name=op.f('uq_scope_owner_id'))
    )
    with op.batch_alter_table('scope', schema=None) as batch_op:
        batch_op.create_index('uq_scope_one_library', ['kind'], unique=True, sqlite_where=sa.text("kind = 'library'"), postgresql_where=sa.text("kind = 'library'"))

    op.create_table('visit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('player_id', sa.Integer(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('length(token_hash) = 64', name=op.f('ck_visit_token_hash_whole')),
    sa.ForeignKeyConstraint(['player_id'], ['player.id'], name=op.f('fk_visit_player_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visit')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_visit_token_hash'))
    )
    with op.batch_alter_table('visit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visit_player_id'), ['player_id'], unique=False)

    op.create_table('article',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=255), nullable=False),
    sa.Column('slug', sa.String(length=200), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('date', sa.Date(), nullable=True),
    sa.Column('source', sa.String(), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_article_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_article')),
    sa.UniqueConstraint('scope_id', 'name', name=op.f('uq_article_scope_id_name'))
    )
    with op.batch_alter_table('article', schema=None) as batch_op:
        batch_op.create_index('uq_article_one_slug', ['scope_id', 'slug'], unique=True, sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))

    op.create_table('fact',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('fact', sa.String(length=20), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('subject_key', sa.String(), nullable=False),
    sa.Column('relation', sa.String(length=80), nullable=False),
    sa.Column('qualifiers', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('verdict', sa.String(length=20), nullable=False),
    sa.Column('askable', sa.Boolean(), nullable=False),
    sa.CheckConstraint("verdict IN ('stated', 'corroborated', 'qualified', 'disputed')", name=op.f('ck_fact_verdict_known')),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_fact_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fact')),
    sa.UniqueConstraint('scope_id', 'fact', name=op.f('uq_fact_scope_id_fact'))
    )
    op.create_table('name',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('type', sa.String(length=20), nullable=False),
    sa.Column('aliases', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('broader', sa.JSON(none_as_null=True), nullable=False),
    sa.CheckConstraint("type IN ('person', 'organisation', 'place', 'work', 'role', 'vehicle', 'event', 'group', 'text', 'date', 'clock_time', 'duration', 'age', 'money', 'percent', 'count', 'quantity')", name=op.f('ck_name_type_known')),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_name_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_name')),
    sa.UniqueConstraint('scope_id', 'place', name=op.f('uq_name_scope_id_place'))
    )
    op.create_table('proposal',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('entry', sa.JSON(none_as_null=True), nullable=False),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_proposal_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_proposal')),
    sa.UniqueConstraint('scope_id', 'place', name=op.f('uq_proposal_scope_id_place'))
    )
    op.create_table('relation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=80), nullable=False),
    sa.Column('entry', sa.JSON(none_as_null=True), nullable=False),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_relation_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_relation')),
    sa.UniqueConstraint('scope_id', 'key', name=op.f('uq_relation_scope_id_key'))
    )
    op.create_table('ruling',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('fact', sa.String(length=20), nullable=True),
    sa.Column('entry', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('digest', sa.String(length=20), nullable=False),
    sa.Column('actor', sa.String(length=60), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('with_files', sa.Boolean(), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("kind IN ('same_name', 'different_name', 'open_name', 'not_a_dispute', 'disputed', 'qualified', 'not_asked', 'same_fact', 'different_fact')", name=op.f('ck_ruling_kind_known')),
    sa.CheckConstraint('length(reason) > 0', name=op.f('ck_ruling_has_reason')),
    sa.ForeignKeyConstraint(['actor_id'], ['player.id'], name=op.f('fk_ruling_actor_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_ruling_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ruling'))
    )
    with op.batch_alter_table('ruling', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ruling_fact'), ['fact'], unique=False)
        batch_op.create_index('uq_ruling_one_standing', ['scope_id', 'digest'], unique=True, sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))

    op.create_table('position',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('fact_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('value_type', sa.String(length=20), nullable=False),
    sa.Column('value', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('shown', sa.String(), nullable=False),
    sa.Column('negated', sa.Boolean(), nullable=False),
    sa.CheckConstraint("value_type IN ('person', 'organisation', 'place', 'work', 'role', 'vehicle', 'event', 'group', 'text', 'date', 'clock_time', 'duration', 'age', 'money', 'percent', 'count', 'quantity')", name=op.f('ck_position_value_type_known')),
    sa.ForeignKeyConstraint(['fact_id'], ['fact.id'], name=op.f('fk_position_fact_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_position')),
    sa.UniqueConstraint('fact_id', 'place', name=op.f('uq_position_fact_id_place'))
    )
    op.create_table('revision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('article_id', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=20), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('is_current', sa.Boolean(), nullable=False),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(text) > 0', name=op.f('ck_revision_has_text')),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_revision_article_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_revision')),
    sa.UniqueConstraint('article_id', 'digest', name=op.f('uq_revision_article_id_digest'))
    )
    with op.batch_alter_table('revision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_revision_digest'), ['digest'], unique=False)
        batch_op.create_index('uq_revision_one_current', ['article_id'], unique=True, sqlite_where=sa.text('is_current'), postgresql_where=sa.text('is_current'))

    op.create_table('claim',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('position_id', sa.Integer(), nullable=False),
    sa.Column('rank', sa.Integer(), nullable=False),
    sa.Column('claim', sa.String(length=20), nullable=False),
    sa.Column('revision_id', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('relation', sa.String(length=80), nullable=False),
    sa.Column('qualifiers', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('value_type', sa.String(length=20), nullable=False),
    sa.Column('value', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('modality', sa.String(length=20), nullable=False),
    sa.Column('attributed_to', sa.String(), nullable=True),
    sa.Column('origin', sa.String(), nullable=True),
    sa.Column('reservation', sa.String(), nullable=True),
    sa.Column('made_by', sa.String(length=20), nullable=False),
    sa.CheckConstraint("made_by IN ('hand', 'extracted', 'teacher', 'model')", name=op.f('ck_claim_made_by_known')),
    sa.CheckConstraint("modality IN ('asserted', 'planned', 'reported', 'quoted', 'opinion', 'negated')", name=op.f('ck_claim_modality_known')),
    sa.CheckConstraint("value_type IN ('person', 'organisation', 'place', 'work', 'role', 'vehicle', 'event', 'group', 'text', 'date', 'clock_time', 'duration', 'age', 'money', 'percent', 'count', 'quantity')", name=op.f('ck_claim_value_type_known')),
    sa.CheckConstraint('start >= 0 AND "end" > start AND length(quote) = "end" - start', name=op.f('ck_claim_evidence_whole')),
    sa.ForeignKeyConstraint(['position_id'], ['position.id'], name=op.f('fk_claim_position_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_claim_revision_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_claim_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_claim')),
    sa.UniqueConstraint('position_id', 'rank', name=op.f('uq_claim_position_id_rank')),
    sa.UniqueConstraint('scope_id', 'place', name=op.f('uq_claim_scope_id_place'))
    )
    with op.batch_alter_table('claim', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_claim_claim'), ['claim'], unique=False)
        batch_op.create_index(batch_op.f('ix_claim_revision_id_start'), ['revision_id', 'start'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('claim', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_claim_revision_id_start'))
        batch_op.drop_index(batch_op.f('ix_claim_claim'))

    op.drop_table('claim')
    with op.batch_alter_table('revision', schema=None) as batch_op:
        batch_op.drop_index('uq_revision_one_current', sqlite_where=sa.text('is_current'), postgresql_where=sa.text('is_current'))
        batch_op.drop_index(batch_op.f('ix_revision_digest'))

    op.drop_table('revision')
    op.drop_table('position')
    with op.batch_alter_table('ruling', schema=None) as batch_op:
        batch_op.drop_index('uq_ruling_one_standing', sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))
        batch_op.drop_index(batch_op.f('ix_ruling_fact'))

    op.drop_table('ruling')
    op.drop_table('relation')
    op.drop_table('proposal')
    op.drop_table('name')
    op.drop_table('fact')
    with op.batch_alter_table('article', schema=None) as batch_op:
        batch_op.drop_index('uq_article_one_slug', sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))

    op.drop_table('article')
    with op.batch_alter_table('visit', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_visit_player_id'))

    op.drop_table('visit')
    with op.batch_alter_table('scope', schema=None) as batch_op:
        batch_op.drop_index('uq_scope_one_library', sqlite_where=sa.text("kind = 'library'"), postgresql_where=sa.text("kind = 'library'"))

    op.drop_table('scope')
    with op.batch_alter_table('record', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_record_subject_kind_subject_id'))
        batch_op.drop_index(batch_op.f('ix_record_at'))
        batch_op.drop_index(batch_op.f('ix_record_actor_id'))

    op.drop_table('record')
    op.drop_table('player')
