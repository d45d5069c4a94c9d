"""How the files of tests are shared out between the workers of a run."""

from typing import Any

from xdist.scheduler import LoadFileScheduling


class FromBothEnds(LoadFileScheduling):  # type: ignore[misc] # it has no types
    """One worker begins with the last file, the others with the first; they meet.

    What drives a browser comes first. So nearly all of the rest is done by one worker, which
    computes once what it keeps; three computed most of it thrice.
    """

    def _assign_work_unit(self, node: Any) -> None:
        if node is self.nodes[0]:
            self.workqueue.move_to_end(next(reversed(self.workqueue)), last=False)
        super()._assign_work_unit(node)
