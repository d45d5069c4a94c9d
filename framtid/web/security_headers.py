"""Security headers on every answer, and a content policy the whole site runs under."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        # deck.gl's map parts are WebAssembly; JavaScript itself stays forbidden to make code.
        "script-src 'self' 'wasm-unsafe-eval'",
        # Emotion and Plotly write style elements at run time; neither knows a nonce.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        # The page Bygg inn shows our own frames.
        "frame-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)

HEADERS = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
}
PARTS = ("text/css", "text/javascript", "application/javascript", "font/")
"""What is only ever a part of a page, which has said these things for it."""
ON_PARTS = {"x-content-type-options": HEADERS["x-content-type-options"]}


class SecurityHeaders:
    """Pure ASGI middleware that adds HEADERS to every HTTP answer that has not set them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and send its answer with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                part = headers.get("content-type", "").startswith(PARTS)
                for name, value in (ON_PARTS if part else HEADERS).items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, guarded)
