"""classes, students and assignments"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

_IS_STUDENT = sa.text('student_id IS NOT NULL')
_IS_PLAYER = sa.text('player_id IS NOT NULL')


def upgrade() -> None:
    _make_classes()
    _make_assignment()
    _make_participant()
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.add_column(sa.Column('participant_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_attempt_participant_id'), 'participant', ['participant_id'], ['id'], ondelete='SET NULL')
        batch_op.create_index(batch_op.f('ix_attempt_participant_id'), ['participant_id'], unique=False)


def _make_classes() -> None:
    op.create_table('school_class',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=80), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("length(title) > 0", name=op.f('ck_school_class_titled')),
    sa.ForeignKeyConstraint(['owner_id'], ['player.id'], name=op.f('fk_school_class_owner_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_school_class'))
    )
    op.create_index(op.f('ix_school_class_owner_id'), 'school_class', ['owner_id'], unique=False)
    op.create_table('student',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('class_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('name_key', sa.String(length=120), nullable=False),
    sa.Column('stretch', sa.Integer(), nullable=False),
    sa.Column('player_id', sa.Integer(), nullable=True),
    sa.Column('code_hash', sa.String(length=64), nullable=True),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("length(name) > 0 AND length(name_key) > 0", name=op.f('ck_student_named')),
    sa.CheckConstraint("code_hash IS NULL OR length(code_hash) = 64", name=op.f('ck_student_code_hash_whole')),
    sa.CheckConstraint("code_hash IS NULL OR player_id IS NOT NULL", name=op.f('ck_student_code_has_player')),
    sa.CheckConstraint("stretch IN (0, 100, 125, 150, 200)", name=op.f('ck_student_stretch_known')),
    sa.ForeignKeyConstraint(['class_id'], ['school_class.id'], name=op.f('fk_student_class_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['player_id'], ['player.id'], name=op.f('fk_student_player_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_student')),
    sa.UniqueConstraint('class_id', 'name_key', name=op.f('uq_student_class_id_name_key')),
    sa.UniqueConstraint('player_id', name=op.f('uq_student_player_id'))
    )


def _make_assignment() -> None:
    op.create_table('assignment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('quiz_version_id', sa.Integer(), nullable=False),
    sa.Column('whom', sa.String(length=10), nullable=False),
    sa.Column('class_id', sa.Integer(), nullable=True),
    sa.Column('code', sa.String(length=6), nullable=False),
    sa.Column('closed_book', sa.Boolean(), nullable=False),
    sa.Column('settings', sa.JSON(), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("whom IN ('class', 'anybody')", name=op.f('ck_assignment_whom_known')),
    sa.CheckConstraint("length(code) = 6", name=op.f('ck_assignment_code_whole')),
    sa.CheckConstraint("whom = 'class' OR class_id IS NULL", name=op.f('ck_assignment_class_is_meant')),
    sa.ForeignKeyConstraint(['class_id'], ['school_class.id'], name=op.f('fk_assignment_class_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['owner_id'], ['player.id'], name=op.f('fk_assignment_owner_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['quiz_version_id'], ['quiz_version.id'], name=op.f('fk_assignment_quiz_version_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assignment')),
    sa.UniqueConstraint('code', name=op.f('uq_assignment_code'))
    )
    with op.batch_alter_table('assignment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_assignment_class_id'), ['class_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_assignment_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_assignment_quiz_version_id'), ['quiz_version_id'], unique=False)


def _make_participant() -> None:
    op.create_table('participant',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('student_id', sa.Integer(), nullable=True),
    sa.Column('player_id', sa.Integer(), nullable=True),
    sa.Column('nickname', sa.String(length=40), nullable=True),
    sa.Column('more_tries', sa.Integer(), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("student_id IS NULL OR player_id IS NULL", name=op.f('ck_participant_one_of_both')),
    sa.CheckConstraint("(player_id IS NULL) = (nickname IS NULL)", name=op.f('ck_participant_player_has_nickname')),
    sa.CheckConstraint("more_tries >= 0", name=op.f('ck_participant_more_tries_counted')),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignment.id'], name=op.f('fk_participant_assignment_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['player_id'], ['player.id'], name=op.f('fk_participant_player_id')),
    sa.ForeignKeyConstraint(['student_id'], ['student.id'], name=op.f('fk_participant_student_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_participant'))
    )
    op.create_index('uq_participant_student', 'participant', ['assignment_id', 'student_id'], unique=True, sqlite_where=_IS_STUDENT, postgresql_where=_IS_STUDENT)
    op.create_index('uq_participant_player', 'participant', ['assignment_id', 'player_id'], unique=True, sqlite_where=_IS_PLAYER, postgresql_where=_IS_PLAYER)
    with op.batch_alter_table('participant', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_participant_player_id'), ['player_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_participant_student_id'), ['student_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_attempt_participant_id'))
        batch_op.drop_constraint(batch_op.f('fk_attempt_participant_id'), type_='foreignkey')
        batch_op.drop_column('participant_id')

    op.drop_table('participant')
    op.drop_table('assignment')
    op.drop_table('student')
    op.drop_table('school_class')
