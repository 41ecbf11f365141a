"""modes"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

BEFORE = "mode IN ('quiz', 'quick')"
AFTER = "mode IN ('quiz', 'quick', 'missed', 'article', 'daily', 'due')"


def upgrade() -> None:
    _know_modes(AFTER)
    op.create_table('daily_question',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('scope_id', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('item_version_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('place >= 0', name=op.f('ck_daily_question_place_from_zero')),
    sa.ForeignKeyConstraint(['item_version_id'], ['item_version.id'], name=op.f('fk_daily_question_item_version_id')),
    sa.ForeignKeyConstraint(['scope_id'], ['scope.id'], name=op.f('fk_daily_question_scope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_daily_question')),
    sa.UniqueConstraint('scope_id', 'day', 'item_version_id', name=op.f('uq_daily_question_scope_id_day_item_version_id')),
    sa.UniqueConstraint('scope_id', 'day', 'place', name=op.f('uq_daily_question_scope_id_day_place'))
    )
    with op.batch_alter_table('daily_question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_daily_question_item_version_id'), ['item_version_id'], unique=False)

    op.create_table('recall',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('player_id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('stability', sa.Double(), nullable=False),
    sa.Column('difficulty', sa.Double(), nullable=False),
    sa.Column('due', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('right', sa.Boolean(), nullable=False),
    sa.CheckConstraint('due > last_at', name=op.f('ck_recall_due_later')),
    sa.CheckConstraint('stability > 0 AND difficulty BETWEEN 1 AND 10', name=op.f('ck_recall_within_scheduler')),
    sa.ForeignKeyConstraint(['item_id'], ['item.id'], name=op.f('fk_recall_item_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['player_id'], ['player.id'], name=op.f('fk_recall_player_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recall')),
    sa.UniqueConstraint('player_id', 'item_id', name=op.f('uq_recall_player_id_item_id'))
    )
    with op.batch_alter_table('recall', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_recall_item_id'), ['item_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_recall_player_id_due'), ['player_id', 'due'], unique=False)

    op.create_table('board_entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('attempt_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=24), nullable=False),
    sa.Column('look', sa.String(length=120), nullable=False),
    sa.Column('entered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('hidden_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('length(name) > 0 AND length(look) > 0', name=op.f('ck_board_entry_name_kept')),
    sa.ForeignKeyConstraint(['attempt_id'], ['attempt.id'], name=op.f('fk_board_entry_attempt_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_board_entry')),
    sa.UniqueConstraint('attempt_id', name=op.f('uq_board_entry_attempt_id'))
    )


def downgrade() -> None:
    op.drop_table('board_entry')
    with op.batch_alter_table('recall', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_recall_player_id_due'))
        batch_op.drop_index(batch_op.f('ix_recall_item_id'))

    op.drop_table('recall')
    with op.batch_alter_table('daily_question', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_daily_question_item_version_id'))

    op.drop_table('daily_question')
    op.execute("UPDATE attempt SET mode = 'quick' WHERE mode NOT IN ('quiz', 'quick')")
    _know_modes(BEFORE)


def _know_modes(known: str) -> None:
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_attempt_mode_known'), type_='check')
        batch_op.create_check_constraint(op.f('ck_attempt_mode_known'), known)
