// The explorer in a notebook, as anywidget asks for it: the trait `choice` is live on both sides, and the style sheet
// stays inside a shadow root.

import { element } from "./elements.js";
import { mount } from "./explorer.js";

/** @import { WidgetModel } from "./types.d.ts" */

/** @param {{ model: WidgetModel, el: HTMLElement }} cell */
function render({ model, el }) {
  el.classList.add("oe-host");
  // Keys typed here are not commands of JupyterLab, but for saving. It listens on the document, so look before it does.
  /** @type {(event: KeyboardEvent) => boolean} */
  const saves = (event) => (event.ctrlKey || event.metaKey) && event.key === "s";
  /** @type {(event: KeyboardEvent) => void} */
  const keys = (event) => { el.toggleAttribute("data-lm-suppress-shortcuts", !saves(event)); };
  addEventListener("keydown", keys, { capture: true });
  const shadow = el.attachShadow({ mode: "open" });
  const style = element("style", {}, model.get("sheet"));
  const place = element("div", {});
  shadow.append(style, place);
  const follow = () => {
    const dark = document.body.dataset.jpThemeLight;
    place.dataset.theme = dark === undefined ? "" : dark === "false" ? "dark" : "light";
  };
  follow();
  const themes = new MutationObserver(follow);
  themes.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  const explorer = mount(place, model.get("data"), {
    choice: model.get("choice"),
    newTab: true,
    onChoice: (choice) => { model.set("choice", choice); model.save_changes(); },
  });
  const same = () => JSON.stringify(model.get("choice")) === JSON.stringify(explorer.choice);
  const onChoice = () => { if (!same()) explorer.set(model.get("choice")); };
  model.on("change:choice", onChoice);
  return () => {
    model.off("change:choice", onChoice);
    themes.disconnect();
    removeEventListener("keydown", keys, { capture: true });
    explorer.end();
  };
}

export default { render };
