"""timers and reports"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.add_column(sa.Column('stretch', sa.Integer(), nullable=True))
        batch_op.create_check_constraint(batch_op.f('ck_attempt_stretch_known'), 'stretch IN (0, 100, 125, 150, 200)')

    op.add_column('attempt_question', sa.Column('shown_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('response', sa.Column('late', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table('report',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('attempt_question_id', sa.Integer(), nullable=False),
    sa.Column('trouble', sa.String(length=10), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('outcome', sa.String(length=10), nullable=True),
    sa.Column('answer', sa.String(), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(outcome IS NULL) = (decided_at IS NULL)", name=op.f('ck_report_outcome_has_time')),
    sa.CheckConstraint("outcome IN ('upheld', 'stands')", name=op.f('ck_report_outcome_known')),
    sa.CheckConstraint("told_at IS NULL OR outcome IS NOT NULL", name=op.f('ck_report_told_has_outcome')),
    sa.CheckConstraint("trouble IN ('wrong', 'two right', 'unclear', 'typo', 'outdated')", name=op.f('ck_report_trouble_known')),
    sa.CheckConstraint("length(words) <= 500", name=op.f('ck_report_words_short')),
    sa.ForeignKeyConstraint(['attempt_question_id'], ['attempt_question.id'], name=op.f('fk_report_attempt_question_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report')),
    sa.UniqueConstraint('attempt_question_id', name=op.f('uq_report_attempt_question_id'))
    )
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_report_outcome_made_at'), ['outcome', 'made_at'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_report_outcome_made_at'))

    op.drop_table('report')
    op.drop_column('response', 'late')
    op.drop_column('attempt_question', 'shown_at')
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_attempt_stretch_known'), type_='check')
        batch_op.drop_column('stretch')
