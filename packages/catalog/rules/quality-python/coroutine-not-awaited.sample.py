import asyncio


async def notify(order):
    await order.send()


async def close(order):
    # ruleid: coroutine-not-awaited
    notify(order)
    order.open = False
    # ok: coroutine-not-awaited
    await notify(order)
    # ok: coroutine-not-awaited
    task = asyncio.create_task(notify(order))
    # ruleid: coroutine-not-awaited
    notify(order.next)
    return task
