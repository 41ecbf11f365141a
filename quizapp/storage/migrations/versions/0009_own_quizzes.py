"""quizzes of teachers"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

BEFORE = "mode IN ('quiz', 'quick', 'missed', 'article', 'daily', 'due')"
AFTER = "mode IN ('quiz', 'quick', 'missed', 'article', 'daily', 'due', 'preview')"
OF_QUIZ = "(mode = 'quiz') = (quiz_version_id IS NOT NULL)"
OF_QUIZ_OR_PREVIEW = "(mode <> 'quiz' OR quiz_version_id IS NOT NULL) AND (quiz_version_id IS NULL OR mode IN ('quiz', 'preview'))"

TRIED = "attempt_id IN (SELECT id FROM attempt WHERE mode = 'preview')"
ASKED = f"attempt_question_id IN (SELECT id FROM attempt_question WHERE {TRIED})"
# Foreign keys are off while a migration runs: what belongs to an attempt goes before it.
GONE = (('report', ASKED), ('response', ASKED), ('board_entry', TRIED), ('attempt_question', TRIED), ('attempt', "mode = 'preview'"))


def upgrade() -> None:
    op.add_column('quiz_version', sa.Column('published_at', sa.DateTime(timezone=True), nullable=True))
    _know(AFTER, OF_QUIZ_OR_PREVIEW)


def downgrade() -> None:
    for table, mine in GONE:
        op.execute(f"DELETE FROM {table} WHERE {mine}")
    _know(BEFORE, OF_QUIZ)
    op.drop_column('quiz_version', 'published_at')


def _know(modes: str, of_quiz: str) -> None:
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_attempt_mode_known'), type_='check')
        batch_op.drop_constraint(op.f('ck_attempt_quiz_has_version'), type_='check')
        batch_op.create_check_constraint(op.f('ck_attempt_mode_known'), modes)
        batch_op.create_check_constraint(op.f('ck_attempt_quiz_has_version'), of_quiz)
