import asyncio
import time


async def poll(job):
    while not job.done:
        # ruleid: blocking-sleep-in-async
        time.sleep(1)
    # ruleid: blocking-sleep-in-async
    time.sleep(job.pause)


async def fine(job):
    while not job.done:
        # ok: blocking-sleep-in-async
        await asyncio.sleep(1)


def thread(job):
    # ok: blocking-sleep-in-async
    time.sleep(1)
    return job
