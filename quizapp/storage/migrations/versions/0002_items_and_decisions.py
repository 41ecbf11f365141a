"""items and decisions"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
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
    op.create_table('decision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_version_id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('actor', sa.String(length=60), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('action', sa.String(length=20), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('content', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('with_files', sa.Boolean(), nullable=False),
    sa.CheckConstraint("action IN ('approve', 'edit', 'reject', 'retire', 'send_back', 'undo')", name=op.f('ck_decision_action_known')),
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



def downgrade() -> None:
    with op.batch_alter_table('item_evidence', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_item_evidence_revision_id'))

    op.drop_table('item_evidence')
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_decision_scope_id'))
        batch_op.drop_index(batch_op.f('ix_decision_item_version_id_scope_id_id'))

    op.drop_table('decision')
    op.drop_table('item_version')
    with op.batch_alter_table('item', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_item_fact'))

    op.drop_table('item')
