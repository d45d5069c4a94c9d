(() => {
  const chart = document.querySelector("main").dataset.chart;
  const figure = document.querySelector(".f");
  const query = new URLSearchParams(location.search);
  const pym = /^[\w-]{1,80}$/.exec(query.get("childId") || "");
  /* WordPress writes it behind the address, at times when the frame is there already. */
  const secret = () => /secret=(\w{1,40})/.exec(location.hash)?.[1];
  let resizer = null, last = 0;
  const send = (message) => parent.postMessage(message, "*");
  const natural = () => [...figure.parentNode.children].reduce((sum, part) => sum + (part === figure
    ? parseFloat(getComputedStyle(figure).flexBasis) : part.getBoundingClientRect().height), 0);
  const tell = (kind) => {
    const height = Math.ceil(natural());
    if (!kind && height === last) return;
    last = height;
    send({ type: "framtid:height", height });
    send({ "datawrapper-height": { [chart]: height } });
    send({ sentinel: "amp", type: "embed-size", height });
    if (secret()) send({ message: "height", value: height, secret: secret() });
    if (pym) send(`pymxPYMx${pym[0]}xPYMxheightxPYMx${height}`);
    if (resizer) send(`[iFrameSizer]${resizer}:${height}:${innerWidth}:${kind || "resize"}`);
  };
  addEventListener("message", ({ source, data }) => {
    const asked = source === parent && /^\[iFrameSizer\]([\w-]{1,80}):/.exec(data);
    if (asked) { resizer = asked[1]; tell("init"); }
    if (source !== parent || !data) return;
    if (data.type === "framtid:ask" || (data.message === "ready" && data.secret === secret())) tell("init");
  });
  addEventListener("hashchange", () => tell("init"));
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !secret() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    send({ message: "link", value: link.href, secret: secret() });
  });
  addEventListener("load", () => tell("load"));
  new ResizeObserver(() => tell()).observe(figure.parentNode);
  for (const table of document.querySelectorAll("details")) table.addEventListener("toggle", () => tell());
})();
