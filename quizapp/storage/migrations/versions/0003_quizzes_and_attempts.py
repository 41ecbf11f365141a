"""quizzes and attempts"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
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
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_attempt_quiz_version_id'))
        batch_op.drop_index(batch_op.f('ix_attempt_player_id_started_at'))

    op.drop_table('attempt')
    op.drop_table('quiz_version')
    with op.batch_alter_table('quiz', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_quiz_scope_id'))

    op.drop_table('quiz')
