// Lets a window of its own keep the worker of a page that is reloaded, so that Python starts once only. The
// page meets a worker like any other: what it posts is passed on, and what comes back is handed to it.
window.Worker = class extends EventTarget {
  constructor(...given) {
    super();
    const { opener } = window;
    this.live = Boolean(opener.kept);
    opener.kept ??= new opener.Worker(...given);
    opener.kept.onmessage = ({ data }) => this.#hand(data);
  }

  postMessage(order) {
    if (order.do === "start" && this.live) this.#hand({ id: order.id, value: undefined });
    else window.opener.kept.postMessage(order);
  }

  terminate() {}

  #hand(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
};
