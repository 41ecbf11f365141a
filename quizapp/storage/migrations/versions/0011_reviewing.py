"""what reviewers hold and answered blind"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('scope', sa.Column('knowledge', sa.Integer(), server_default=sa.text('0'), nullable=False))
    op.add_column('item_version', sa.Column('edited', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table('review_hold',
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('taken_by', sa.Integer(), nullable=False),
    sa.Column('taken_until', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['item_id'], ['item.id'], name=op.f('fk_review_hold_item_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['taken_by'], ['player.id'], name=op.f('fk_review_hold_taken_by'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('item_id', name=op.f('pk_review_hold'))
    )
    op.create_index(op.f('ix_review_hold_taken_by'), 'review_hold', ['taken_by'], unique=False)
    op.create_table('blind_answer',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_version_id', sa.Integer(), nullable=False),
    sa.Column('player_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('chosen', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('chosen >= 0', name=op.f('ck_blind_answer_chosen_place')),
    sa.ForeignKeyConstraint(['item_version_id'], ['item_version.id'], name=op.f('fk_blind_answer_item_version_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['player_id'], ['player.id'], name=op.f('fk_blind_answer_player_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blind_answer')),
    sa.UniqueConstraint('item_version_id', 'player_id', name=op.f('uq_blind_answer_item_version_id_player_id'))
    )
    op.create_index(op.f('ix_blind_answer_player_id'), 'blind_answer', ['player_id'], unique=False)
    op.create_table('shared_question',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('own_item_id', sa.Integer(), nullable=True),
    sa.Column('own_version_id', sa.Integer(), nullable=True),
    sa.Column('library_version_id', sa.Integer(), nullable=False),
    sa.Column('shared_by', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['library_version_id'], ['item_version.id'], name=op.f('fk_shared_question_library_version_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['own_item_id'], ['item.id'], name=op.f('fk_shared_question_own_item_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['own_version_id'], ['item_version.id'], name=op.f('fk_shared_question_own_version_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['shared_by'], ['player.id'], name=op.f('fk_shared_question_shared_by'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shared_question')),
    sa.UniqueConstraint('library_version_id', name=op.f('uq_shared_question_library_version_id')),
    sa.UniqueConstraint('own_version_id', name=op.f('uq_shared_question_own_version_id'))
    )
    op.create_index(op.f('ix_shared_question_own_item_id'), 'shared_question', ['own_item_id'], unique=False)
    op.create_index(op.f('ix_shared_question_shared_by'), 'shared_question', ['shared_by'], unique=False)


def downgrade() -> None:
    op.drop_table('shared_question')
    op.drop_table('blind_answer')
    op.drop_table('review_hold')
    op.drop_column('item_version', 'edited')
    op.drop_column('scope', 'knowledge')
