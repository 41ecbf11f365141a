"""articles of teachers"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('claim', sa.Column('shape', sa.JSON(none_as_null=True), nullable=True))
    op.create_table('own_article',
    sa.Column('article_id', sa.Integer(), nullable=False),
    sa.Column('rights', sa.String(length=20), nullable=False),
    sa.Column('rights_note', sa.String(), server_default=sa.text("''"), nullable=False),
    sa.Column('link', sa.String(), nullable=True),
    sa.Column('form', sa.String(length=10), nullable=False),
    sa.Column('names', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('job', sa.Integer(), nullable=True),
    sa.Column('sharing', sa.String(length=10), nullable=False),
    sa.Column('shared_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer', sa.String(), nullable=True),
    sa.Column('accepted_as', sa.Integer(), nullable=True),
    sa.CheckConstraint("(sharing IN ('accepted', 'declined')) = (answered_at IS NOT NULL)", name=op.f('ck_own_article_answer_has_time')),
    sa.CheckConstraint("form IN ('pasted', 'txt', 'md', 'html', 'docx', 'pdf', 'epub')", name=op.f('ck_own_article_form_known')),
    sa.CheckConstraint("rights IN ('own work', 'free licence', 'quoted for class')", name=op.f('ck_own_article_rights_known')),
    sa.CheckConstraint("sharing = 'private' OR shared_at IS NOT NULL", name=op.f('ck_own_article_sharing_has_time')),
    sa.CheckConstraint("sharing IN ('private', 'shared', 'accepted', 'declined')", name=op.f('ck_own_article_sharing_known')),
    sa.ForeignKeyConstraint(['accepted_as'], ['article.id'], name=op.f('fk_own_article_accepted_as'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_own_article_article_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('article_id', name=op.f('pk_own_article'))
    )
    with op.batch_alter_table('own_article', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_own_article_accepted_as'), ['accepted_as'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('own_article', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_own_article_accepted_as'))

    op.drop_table('own_article')
    with op.batch_alter_table('claim', schema=None) as batch_op:
        batch_op.drop_column('shape')
