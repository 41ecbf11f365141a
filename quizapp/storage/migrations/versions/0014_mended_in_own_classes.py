"""a mending that holds in the classes of one teacher"""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('mending', schema=None) as batch_op:
        batch_op.add_column(sa.Column('scope_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_mending_scope_id'), 'scope', ['scope_id'], ['id'], ondelete='CASCADE')


def downgrade() -> None:
    # What held in one teacher's classes would hold everywhere; the scores it gave stay as they are.
    op.execute('DELETE FROM score_change WHERE mending_id IN (SELECT id FROM mending WHERE scope_id IS NOT NULL)')
    op.execute('DELETE FROM mending WHERE scope_id IS NOT NULL')
    with op.batch_alter_table('mending', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_mending_scope_id'), type_='foreignkey')
        batch_op.drop_column('scope_id')
