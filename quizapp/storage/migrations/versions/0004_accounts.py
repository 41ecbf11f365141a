"""accounts"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('throttle',
    sa.Column('bucket', sa.String(length=64), nullable=False),
    sa.Column('empty_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(bucket) = 64', name=op.f('ck_throttle_bucket_whole')),
    sa.PrimaryKeyConstraint('bucket', name=op.f('pk_throttle'))
    )
    with op.batch_alter_table('throttle', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_throttle_empty_at'), ['empty_at'], unique=False)

    op.create_table('account',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('player_id', sa.Integer(), nullable=False),
    sa.Column('name_key', sa.String(length=120), nullable=False),
    sa.Column('name_look', sa.String(length=120), nullable=False),
    sa.Column('role', sa.String(length=10), nullable=False),
    sa.Column('password_hash', sa.String(length=200), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('locked_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("role IN ('player', 'teacher', 'admin')", name=op.f('ck_account_role_known')),
    sa.CheckConstraint('length(name_key) > 0 AND length(name_look) > 0', name=op.f('ck_account_name_kept')),
    sa.ForeignKeyConstraint(['player_id'], ['player.id'], name=op.f('fk_account_player_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account')),
    sa.UniqueConstraint('name_key', name=op.f('uq_account_name_key')),
    sa.UniqueConstraint('name_look', name=op.f('uq_account_name_look')),
    sa.UniqueConstraint('player_id', name=op.f('uq_account_player_id')),
    sqlite_autoincrement=True
    )
    op.create_table('account_link',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(purpose = 'reset') = (account_id IS NOT NULL)", name=op.f('ck_account_link_reset_has_account')),
    sa.CheckConstraint("purpose <> 'reset' OR expires_at IS NOT NULL", name=op.f('ck_account_link_reset_expires')),
    sa.CheckConstraint("purpose IN ('first_admin', 'reset')", name=op.f('ck_account_link_purpose_known')),
    sa.CheckConstraint('length(token_hash) = 64', name=op.f('ck_account_link_token_hash_whole')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_account_link_account_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account_link')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_account_link_token_hash'))
    )
    with op.batch_alter_table('account_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_account_link_account_id'), ['account_id'], unique=False)
        batch_op.create_index('uq_account_link_one_first_admin', ['purpose'], unique=True, sqlite_where=sa.text("purpose = 'first_admin'"), postgresql_where=sa.text("purpose = 'first_admin'"))

    op.create_table('recovery_code',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('length(code_hash) = 64', name=op.f('ck_recovery_code_code_hash_whole')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_recovery_code_account_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recovery_code')),
    sa.UniqueConstraint('code_hash', name=op.f('uq_recovery_code_code_hash'))
    )
    with op.batch_alter_table('recovery_code', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_recovery_code_account_id'), ['account_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('recovery_code', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_recovery_code_account_id'))

    op.drop_table('recovery_code')
    with op.batch_alter_table('account_link', schema=None) as batch_op:
        batch_op.drop_index('uq_account_link_one_first_admin', sqlite_where=sa.text("purpose = 'first_admin'"), postgresql_where=sa.text("purpose = 'first_admin'"))
        batch_op.drop_index(batch_op.f('ix_account_link_account_id'))

    op.drop_table('account_link')
    op.drop_table('account')
    with op.batch_alter_table('throttle', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_throttle_empty_at'))

    op.drop_table('throttle')
