"""work done in the background"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('job',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('public', sa.String(length=22), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('subject', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('stage', sa.String(length=120), nullable=False),
    sa.Column('done', sa.Integer(), nullable=False),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.Column('result', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('trouble', sa.String(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('heartbeat_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('claim', sa.String(length=32), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.CheckConstraint("(state = 'done') = (result IS NOT NULL)", name=op.f('ck_job_done_has_result')),
    sa.CheckConstraint("(state = 'failed') = (trouble IS NOT NULL)", name=op.f('ck_job_failed_has_trouble')),
    sa.CheckConstraint("(state = 'running') = (claim IS NOT NULL)", name=op.f('ck_job_running_has_claim')),
    sa.CheckConstraint("(state = 'running') = (heartbeat_at IS NOT NULL)", name=op.f('ck_job_running_has_heartbeat')),
    sa.CheckConstraint("(state IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL)", name=op.f('ck_job_over_has_end')),
    sa.CheckConstraint("state IN ('queued', 'running', 'done', 'failed', 'cancelled')", name=op.f('ck_job_state_known')),
    sa.CheckConstraint('attempts >= 0', name=op.f('ck_job_attempts_counted')),
    sa.CheckConstraint('done >= 0 AND total >= 0 AND done <= total', name=op.f('ck_job_done_within_total')),
    sa.ForeignKeyConstraint(['owner_id'], ['player.id'], name=op.f('fk_job_owner_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_job')),
    sa.UniqueConstraint('public', name=op.f('uq_job_public'))
    )
    op.create_index(op.f('ix_job_owner_id_made_at'), 'job', ['owner_id', 'made_at'], unique=False)
    op.create_index(op.f('ix_job_state_made_at'), 'job', ['state', 'made_at'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_job_state_made_at'), table_name='job')
    op.drop_index(op.f('ix_job_owner_id_made_at'), table_name='job')
    op.drop_table('job')
