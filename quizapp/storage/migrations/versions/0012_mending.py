"""items mended after they were played"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

_WITHIN = 'ck_attempt_score_within_total'


def upgrade() -> None:
    op.create_table('mending',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_version_id', sa.Integer(), nullable=False),
    sa.Column('places', sa.JSON(), nullable=False),
    sa.Column('why', sa.String(), nullable=False),
    sa.Column('actor', sa.String(length=60), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("length(why) > 0", name=op.f('ck_mending_has_reason')),
    sa.ForeignKeyConstraint(['actor_id'], ['player.id'], name=op.f('fk_mending_actor_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['item_version_id'], ['item_version.id'], name=op.f('fk_mending_item_version_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mending'))
    )
    with op.batch_alter_table('mending', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mending_item_version_id'), ['item_version_id'], unique=False)

    op.create_table('score_change',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('attempt_id', sa.Integer(), nullable=False),
    sa.Column('mending_id', sa.Integer(), nullable=False),
    sa.Column('old_score', sa.Integer(), nullable=False),
    sa.Column('old_total', sa.Integer(), nullable=False),
    sa.Column('new_score', sa.Integer(), nullable=False),
    sa.Column('new_total', sa.Integer(), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("old_score BETWEEN 0 AND old_total AND new_score BETWEEN 0 AND new_total", name=op.f('ck_score_change_scores_within_totals')),
    sa.ForeignKeyConstraint(['attempt_id'], ['attempt.id'], name=op.f('fk_score_change_attempt_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['mending_id'], ['mending.id'], name=op.f('fk_score_change_mending_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_score_change')),
    sa.UniqueConstraint('attempt_id', 'mending_id', name=op.f('uq_score_change_attempt_id_mending_id'))
    )
    with op.batch_alter_table('score_change', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_score_change_mending_id'), ['mending_id'], unique=False)

    _bound('total >= 0 AND (score IS NULL OR score BETWEEN 0 AND total)')
    for table in ('article', 'revision'):
        op.add_column(table, sa.Column('made_here', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('article', sa.Column('withdrawn_by', sa.String(length=60), nullable=True))
    op.add_column('ruling', sa.Column('withdrawn_by', sa.String(length=60), nullable=True))
    op.add_column('ruling', sa.Column('withdrawn_why', sa.String(), nullable=True))
    with op.batch_alter_table('account_link', schema=None) as batch_op:
        batch_op.add_column(sa.Column('role', sa.String(length=10), nullable=True))
        batch_op.drop_constraint(batch_op.f('ck_account_link_reset_expires'), type_='check')
        batch_op.drop_constraint(batch_op.f('ck_account_link_purpose_known'), type_='check')
        batch_op.create_check_constraint(batch_op.f('ck_account_link_purpose_known'), "purpose IN ('first_admin', 'reset', 'invite')")
        batch_op.create_check_constraint(batch_op.f('ck_account_link_expires'), "purpose = 'first_admin' OR expires_at IS NOT NULL")
        batch_op.create_check_constraint(batch_op.f('ck_account_link_invite_has_role'), "(purpose = 'invite') = (role IS NOT NULL)")
        batch_op.create_check_constraint(batch_op.f('ck_account_link_role_known'), "role IN ('player', 'teacher', 'admin')")


def downgrade() -> None:
    op.execute("DELETE FROM account_link WHERE purpose = 'invite'")
    with op.batch_alter_table('account_link', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_account_link_role_known'), type_='check')
        batch_op.drop_constraint(batch_op.f('ck_account_link_invite_has_role'), type_='check')
        batch_op.drop_constraint(batch_op.f('ck_account_link_expires'), type_='check')
        batch_op.drop_constraint(batch_op.f('ck_account_link_purpose_known'), type_='check')
        batch_op.create_check_constraint(batch_op.f('ck_account_link_purpose_known'), "purpose IN ('first_admin', 'reset')")
        batch_op.create_check_constraint(batch_op.f('ck_account_link_reset_expires'), "purpose <> 'reset' OR expires_at IS NOT NULL")
        batch_op.drop_column('role')
    op.drop_column('ruling', 'withdrawn_why')
    op.drop_column('ruling', 'withdrawn_by')
    op.drop_column('article', 'withdrawn_by')
    for table in ('article', 'revision'):
        op.drop_column(table, 'made_here')
    # An attempt of which nothing counts any more needs a total again; its score of 0 stays.
    op.execute('UPDATE attempt SET total = 1 WHERE total = 0')
    _bound('total >= 1 AND (score IS NULL OR score BETWEEN 0 AND total)')
    op.drop_table('score_change')
    op.drop_table('mending')


def _bound(words: str) -> None:
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(_WITHIN), type_='check')
        batch_op.create_check_constraint(batch_op.f(_WITHIN), words)
