"""Times of a week that become a plan and a calendar file."""

from guidebook.engine.kinds.base import Kind
from guidebook.engine.kinds.schedule.compile import compile_schedule
from guidebook.engine.kinds.schedule.model import ScheduleQuiz

KIND = Kind(ScheduleQuiz, compile_schedule, formerly=("week",))
