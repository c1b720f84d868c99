"""Work in the background: the worker, what it does, and e-mail."""

from matcher.jobs.task import Links, Setting, Task
from matcher.jobs.worker import HANDLERS, Worker

__all__ = ["HANDLERS", "Links", "Setting", "Task", "Worker"]
