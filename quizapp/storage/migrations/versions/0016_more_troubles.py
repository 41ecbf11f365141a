"""two more things that a player can say is wrong with a question"""

from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None

BEFORE = "trouble IN ('wrong', 'two right', 'unclear', 'typo', 'outdated')"
AFTER = "trouble IN ('wrong', 'two right', 'no proof', 'unclear', 'typo', 'outdated', 'other')"


def upgrade() -> None:
    _know(AFTER)


def downgrade() -> None:
    # What a report says of them stays in its words.
    op.execute("UPDATE report SET trouble = 'unclear' WHERE trouble IN ('no proof', 'other')")
    _know(BEFORE)


def _know(troubles: str) -> None:
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_report_trouble_known'), type_='check')
        batch_op.create_check_constraint(op.f('ck_report_trouble_known'), troubles)
