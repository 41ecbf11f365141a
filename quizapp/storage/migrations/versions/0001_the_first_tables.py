"""The first tables"""

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
    sa.UniqueConstraint('scope_id', 'name', name=op.f('uq_article_scope_id_name')),
    sa.UniqueConstraint('scope_id', 'slug', name=op.f('uq_article_scope_id_slug'))
    )
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
    op.create_table('item',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('item', sa.String(length=20), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('fact', sa.String(length=20), nullable=False),
    sa.CheckConstraint("kind IN ('who', 'role', 'when', 'how_long', 'how_many', 'where', 'which', 'who_said', 'what', 'cloze', 'according_to', 'compare')", name=op.f('ck_item_kind_known')),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_item_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item')),
    sa.UniqueConstraint('scope_id', 'item', name=op.f('uq_item_scope_id_item'))
    )
    with op.batch_alter_table('item', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_item_fact'), ['fact'], unique=False)

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
    op.create_table('quiz',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("kind IN ('featured', 'teacher')", name=op.f('ck_quiz_kind_known')),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_quiz_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quiz')),
    sa.UniqueConstraint('slug', name=op.f('uq_quiz_slug'))
    )
    with op.batch_alter_table('quiz', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_quiz_scope_id'), ['scope_id'], unique=False)

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
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("kind IN ('same_name', 'different_name', 'open_name', 'not_a_dispute', 'disputed', 'qualified', 'not_asked', 'same_fact', 'different_fact')", name=op.f('ck_ruling_kind_known')),
    sa.CheckConstraint('length(reason) > 0', name=op.f('ck_ruling_has_reason')),
    sa.ForeignKeyConstraint(['actor_id'], ['player.id'], name=op.f('fk_ruling_actor_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_ruling_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ruling'))
    )
    with op.batch_alter_table('ruling', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ruling_fact'), ['fact'], unique=False)
        batch_op.create_index('uq_ruling_standing', ['scope_id', 'digest'], unique=True, sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))

    op.create_table('item_version',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('stem', sa.String(), nullable=False),
    sa.Column('options', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('key', sa.Integer(), nullable=False),
    sa.Column('explanation', sa.String(), nullable=False),
    sa.Column('ordered', sa.Boolean(), nullable=False),
    sa.Column('source', sa.String(), nullable=True),
    sa.Column('difficulty', sa.Double(), nullable=False),
    sa.Column('confidence', sa.Double(), nullable=False),
    sa.Column('content', sa.String(length=20), nullable=False),
    sa.Column('checks', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('difficulty BETWEEN 0 AND 1 AND confidence BETWEEN 0 AND 1', name=op.f('ck_item_version_shares')),
    sa.CheckConstraint('key >= 0 AND key < 5', name=op.f('ck_item_version_key_in_range')),
    sa.CheckConstraint('number >= 1', name=op.f('ck_item_version_number_from_one')),
    sa.ForeignKeyConstraint(['item_id'], ['item.id'], name=op.f('fk_item_version_item_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_version')),
    sa.UniqueConstraint('item_id', 'number', name=op.f('uq_item_version_item_id_number'))
    )
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
    op.create_table('quiz_version',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('quiz_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('level', sa.String(length=40), nullable=False),
    sa.Column('settings', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('number >= 1', name=op.f('ck_quiz_version_number_from_one')),
    sa.ForeignKeyConstraint(['quiz_id'], ['quiz.id'], name=op.f('fk_quiz_version_quiz_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quiz_version')),
    sa.UniqueConstraint('quiz_id', 'number', name=op.f('uq_quiz_version_quiz_id_number'))
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

    op.create_table('attempt',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('public', sa.String(length=22), nullable=False),
    sa.Column('player_id', sa.Integer(), nullable=False),
    sa.Column('mode', sa.String(length=10), nullable=False),
    sa.Column('quiz_version_id', sa.Integer(), nullable=True),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('score', sa.Integer(), nullable=True),
    sa.CheckConstraint("(mode = 'quiz') = (quiz_version_id IS NOT NULL)", name=op.f('ck_attempt_quiz_has_version')),
    sa.CheckConstraint("mode IN ('quiz', 'quick')", name=op.f('ck_attempt_mode_known')),
    sa.CheckConstraint('(finished_at IS NULL) = (score IS NULL)', name=op.f('ck_attempt_finished_has_score')),
    sa.CheckConstraint('length(public) = 22', name=op.f('ck_attempt_public_whole')),
    sa.CheckConstraint('total >= 1 AND (score IS NULL OR score BETWEEN 0 AND total)', name=op.f('ck_attempt_score_within_total')),
    sa.ForeignKeyConstraint(['player_id'], ['player.id'], name=op.f('fk_attempt_player_id')),
    sa.ForeignKeyConstraint(['quiz_version_id'], ['quiz_version.id'], name=op.f('fk_attempt_quiz_version_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attempt')),
    sa.UniqueConstraint('public', name=op.f('uq_attempt_public'))
    )
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attempt_player_id_started_at'), ['player_id', 'started_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_attempt_quiz_version_id'), ['quiz_version_id'], unique=False)

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

    op.create_table('decision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_version_id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('actor', sa.String(length=60), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('action', sa.String(length=20), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('content', sa.String(length=20), nullable=False),
    sa.Column('opened', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("action IN ('approve', 'reject', 'retire', 'send_back', 'reopen')", name=op.f('ck_decision_action_known')),
    sa.CheckConstraint("state IN ('candidate', 'approved', 'rejected', 'sent_back', 'retired')", name=op.f('ck_decision_state_known')),
    sa.ForeignKeyConstraint(['actor_id'], ['player.id'], name=op.f('fk_decision_actor_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['item_version_id'], ['item_version.id'], name=op.f('fk_decision_item_version_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_decision_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision'))
    )
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decision_item_version_id_scope_id_id'), ['item_version_id', 'scope_id', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_decision_scope_id'), ['scope_id'], unique=False)

    op.create_table('item_evidence',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_version_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('revision_id', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('quote', sa.String(), nullable=False),
    sa.Column('passage_start', sa.Integer(), nullable=False),
    sa.Column('passage_end', sa.Integer(), nullable=False),
    sa.CheckConstraint('passage_start <= start AND passage_end >= "end"', name=op.f('ck_item_evidence_passage_covers')),
    sa.CheckConstraint('start >= 0 AND "end" > start AND length(quote) = "end" - start', name=op.f('ck_item_evidence_evidence_whole')),
    sa.ForeignKeyConstraint(['item_version_id'], ['item_version.id'], name=op.f('fk_item_evidence_item_version_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_item_evidence_revision_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_evidence')),
    sa.UniqueConstraint('item_version_id', 'place', name=op.f('uq_item_evidence_item_version_id_place'))
    )
    with op.batch_alter_table('item_evidence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_item_evidence_revision_id'), ['revision_id'], unique=False)

    op.create_table('quiz_item',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('quiz_version_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('item_version_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['item_version_id'], ['item_version.id'], name=op.f('fk_quiz_item_item_version_id')),
    sa.ForeignKeyConstraint(['quiz_version_id'], ['quiz_version.id'], name=op.f('fk_quiz_item_quiz_version_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quiz_item')),
    sa.UniqueConstraint('quiz_version_id', 'item_version_id', name=op.f('uq_quiz_item_quiz_version_id_item_version_id')),
    sa.UniqueConstraint('quiz_version_id', 'place', name=op.f('uq_quiz_item_quiz_version_id_place'))
    )
    with op.batch_alter_table('quiz_item', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_quiz_item_item_version_id'), ['item_version_id'], unique=False)

    op.create_table('attempt_question',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('attempt_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('item_version_id', sa.Integer(), nullable=False),
    sa.Column('options', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('skipped', sa.Integer(), nullable=False),
    sa.CheckConstraint('number >= 1 AND skipped >= 0', name=op.f('ck_attempt_question_counts')),
    sa.ForeignKeyConstraint(['attempt_id'], ['attempt.id'], name=op.f('fk_attempt_question_attempt_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['item_version_id'], ['item_version.id'], name=op.f('fk_attempt_question_item_version_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attempt_question')),
    sa.UniqueConstraint('attempt_id', 'item_version_id', name=op.f('uq_attempt_question_attempt_id_item_version_id')),
    sa.UniqueConstraint('attempt_id', 'number', name=op.f('uq_attempt_question_attempt_id_number'))
    )
    with op.batch_alter_table('attempt_question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attempt_question_item_version_id'), ['item_version_id'], unique=False)

    op.create_table('response',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('attempt_question_id', sa.Integer(), nullable=False),
    sa.Column('chosen', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('chosen >= 0', name=op.f('ck_response_chosen_place')),
    sa.ForeignKeyConstraint(['attempt_question_id'], ['attempt_question.id'], name=op.f('fk_response_attempt_question_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_response')),
    sa.UniqueConstraint('attempt_question_id', name=op.f('uq_response_attempt_question_id'))
    )


def downgrade() -> None:
    op.drop_table('response')
    with op.batch_alter_table('attempt_question', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_attempt_question_item_version_id'))

    op.drop_table('attempt_question')
    with op.batch_alter_table('quiz_item', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_quiz_item_item_version_id'))

    op.drop_table('quiz_item')
    with op.batch_alter_table('item_evidence', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_item_evidence_revision_id'))

    op.drop_table('item_evidence')
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_decision_scope_id'))
        batch_op.drop_index(batch_op.f('ix_decision_item_version_id_scope_id_id'))

    op.drop_table('decision')
    with op.batch_alter_table('claim', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_claim_revision_id_start'))
        batch_op.drop_index(batch_op.f('ix_claim_claim'))

    op.drop_table('claim')
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_attempt_quiz_version_id'))
        batch_op.drop_index(batch_op.f('ix_attempt_player_id_started_at'))

    op.drop_table('attempt')
    with op.batch_alter_table('revision', schema=None) as batch_op:
        batch_op.drop_index('uq_revision_one_current', sqlite_where=sa.text('is_current'), postgresql_where=sa.text('is_current'))
        batch_op.drop_index(batch_op.f('ix_revision_digest'))

    op.drop_table('revision')
    op.drop_table('quiz_version')
    op.drop_table('position')
    op.drop_table('item_version')
    with op.batch_alter_table('ruling', schema=None) as batch_op:
        batch_op.drop_index('uq_ruling_standing', sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))
        batch_op.drop_index(batch_op.f('ix_ruling_fact'))

    op.drop_table('ruling')
    op.drop_table('relation')
    with op.batch_alter_table('quiz', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_quiz_scope_id'))

    op.drop_table('quiz')
    op.drop_table('proposal')
    op.drop_table('name')
    with op.batch_alter_table('item', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_item_fact'))

    op.drop_table('item')
    op.drop_table('fact')
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
