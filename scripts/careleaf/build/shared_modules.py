"""What every worker needs, loaded once in the small process that workers are copies of.

It is imported for its effect alone: what is loaded here stays shared by all copies, because the collector of none of
them looks at it again (`gc.freeze`).
"""

import gc

gc.collect()
gc.freeze()
