"""What the program is made of beside its routes: the script, what wraps it, what opens it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from framtid.site.routes import bare, fault
from framtid.site.warming import warm, warm_paths
from framtid.web import metrics, stopping
from framtid.web.closed import Closed
from framtid.web.compression import Precompressed
from framtid.web.current_language import OneLanguage
from framtid.web.editions import OneEdition, following
from framtid.web.faults import Faults
from framtid.web.one_address import OneAddress
from framtid.web.said import Said
from framtid.web.same_page import SamePage
from framtid.web.security_headers import SecurityHeaders
from framtid.web.visits import forget_visitors

SCRIPT = Path(__file__).parent / "script" / "main.py"
MIDDLEWARE = (
    Middleware(SecurityHeaders),
    Middleware(OneLanguage),
    Middleware(Faults, tell=fault),
    Middleware(Said, tell=bare),
    Middleware(Closed),
    Middleware(OneAddress),
    Middleware(SamePage),
    Middleware(Precompressed),
    Middleware(OneEdition),
)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Read the figures before the first visitor comes, and follow them as new ones are fetched."""
    forget_visitors()
    metrics.serve()
    stopping.watch()
    await run_in_threadpool(warm)
    async with following(warm):
        later = asyncio.create_task(run_in_threadpool(warm_paths))
        yield
        await later
