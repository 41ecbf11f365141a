"""coefficients learned from decisions"""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('coefficients',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('actor', sa.String(length=60), nullable=False),
    sa.Column('cases', sa.Integer(), nullable=False),
    sa.Column('accepted', sa.Integer(), nullable=False),
    sa.Column('log_odds', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('before', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('after', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('replaced', sa.Integer(), nullable=True),
    sa.Column('in_use', sa.Boolean(), nullable=False),
    sa.CheckConstraint('cases >= accepted AND accepted >= 0', name=op.f('ck_coefficients_accepted_among_cases')),
    sa.ForeignKeyConstraint(['replaced'], ['coefficients.id'], name=op.f('fk_coefficients_replaced')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_coefficients'))
    )
    op.create_index('uq_coefficients_one_in_use', 'coefficients', ['in_use'], unique=True,
                    sqlite_where=sa.text('in_use'), postgresql_where=sa.text('in_use'))


def downgrade() -> None:
    op.drop_index('uq_coefficients_one_in_use', table_name='coefficients',
                  sqlite_where=sa.text('in_use'), postgresql_where=sa.text('in_use'))
    op.drop_table('coefficients')
