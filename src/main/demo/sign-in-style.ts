/** The look of the demo's pages: light and dark by the system, readable in forced colours and without animation. */
export const signInStyle = `
:root {
  color-scheme: light dark;
  --ground: #f3f5f4;
  --card: #ffffff;
  --line: #dfe5e3;
  --hover: #f2f6f5;
  --text: #16201e;
  --quiet: #57655f;
  --accent: #0f6b5c;
  --accent-hover: #0b584b;
  --on-accent: #ffffff;
  --tint: #e2f0ec;
  --bad: #a3282f;
  --bad-tint: #fbe9ea;
  --shadow: 0 1px 2px rgb(16 32 28 / 6%), 0 12px 32px -8px rgb(16 32 28 / 14%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1211;
    --card: #171c1b;
    --line: #2b3331;
    --hover: #1f2624;
    --text: #e9efed;
    --quiet: #9dada8;
    --accent: #52c7ad;
    --accent-hover: #74d6c0;
    --on-accent: #04211b;
    --tint: #1b3730;
    --bad: #ff9ba0;
    --bad-tint: #3a2022;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 16px 40px -8px rgb(0 0 0 / 50%);
  }
}
* { box-sizing: border-box; margin: 0; }
html { height: 100%; }
body {
  min-height: 100%;
  padding: 24px 16px;
  display: grid;
  align-content: center;
  justify-items: center;
  gap: 20px;
  background: var(--ground);
  color: var(--text);
  font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  -webkit-font-smoothing: antialiased;
}
.card {
  width: min(408px, 100%);
  padding: 28px;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 14px;
  box-shadow: var(--shadow);
}
.brand { display: flex; align-items: center; gap: 8px; margin-bottom: 24px; font-weight: 600; }
.brand span {
  padding: 0 7px;
  border-radius: 6px;
  background: var(--tint);
  color: var(--accent);
  font-size: 12px;
}
h1 { font-size: 20px; line-height: 28px; font-weight: 600; letter-spacing: -0.015em; text-wrap: balance; }
h1 + p { margin-top: 4px; }
p { text-wrap: pretty; }
p + p { margin-top: 8px; }
.lead, .quiet { color: var(--quiet); }
.code { font: 12.5px/20px ui-monospace, "Cascadia Mono", "SF Mono", Menlo, monospace; overflow-wrap: anywhere; }
.icon {
  flex: none;
  width: 20px;
  height: 20px;
  fill: none;
  stroke: currentcolor;
  stroke-width: 1.5;
  stroke-linecap: round;
  stroke-linejoin: round;
}
ul { list-style: none; padding: 0; }

.people { margin: 20px 0; display: grid; gap: 8px; }
.person {
  position: relative;
  min-height: 64px;
  padding: 11px 12px;
  display: flex;
  align-items: center;
  gap: 12px;
  border: 1px solid var(--line);
  border-radius: 10px;
}
.person:hover { background: var(--hover); border-color: var(--accent); }
.person[data-hinted] { border-color: var(--accent); }
.person .icon { margin-inline-start: auto; color: var(--quiet); }
.person button { padding: 0; border: 0; background: none; font-weight: 600; text-align: start; }
.person button::after { content: ""; position: absolute; inset: -1px; border-radius: 10px; }
.person button:focus-visible { outline: none; }
.person button:focus-visible::after { outline: 2px solid var(--accent); outline-offset: 2px; }
.who, .about { display: grid; min-width: 0; }
.about { color: var(--quiet); font-size: 13px; line-height: 18px; overflow-wrap: anywhere; }
.avatar {
  flex: none;
  width: 40px;
  height: 40px;
  display: grid;
  place-items: center;
  border-radius: 50%;
  background: var(--tint);
  color: var(--accent);
  font-size: 14px;
  font-weight: 600;
}

.facts { padding-top: 16px; display: grid; gap: 4px; border-top: 1px solid var(--line); }
.facts div { display: grid; grid-template-columns: 80px 1fr; }
dt { color: var(--quiet); }
dd { min-width: 0; }

.chip {
  width: fit-content;
  max-width: 100%;
  margin-bottom: 20px;
  padding: 4px 12px 4px 4px;
  display: flex;
  align-items: center;
  gap: 8px;
  border: 1px solid var(--line);
  border-radius: 18px;
}
.chip .avatar { width: 26px; height: 26px; font-size: 10.5px; }
.emblem {
  width: 48px;
  height: 48px;
  margin-bottom: 16px;
  display: grid;
  place-items: center;
  border-radius: 12px;
  background: var(--tint);
  color: var(--accent);
}
.emblem .icon { width: 26px; height: 26px; }
.emblem.bad { background: var(--bad-tint); color: var(--bad); }
.permissions { margin: 16px 0; display: grid; gap: 10px; }
.permissions li { display: flex; gap: 10px; }
.permissions .icon { color: var(--accent); }
.callout {
  margin-top: 16px;
  padding: 12px;
  display: flex;
  gap: 10px;
  border-radius: 8px;
  background: var(--hover);
  color: var(--quiet);
}
.callout .icon { color: var(--accent); }
.details { margin-top: 16px; padding: 12px; border-radius: 8px; background: var(--hover); color: var(--quiet); }

.actions { margin-top: 24px; display: flex; justify-content: flex-end; gap: 8px; }
button { font: inherit; color: inherit; cursor: pointer; }
.main, .plain { min-width: 88px; min-height: 36px; padding: 7px 16px; border-radius: 8px; font-weight: 600; }
.main { background: var(--accent); border: 1px solid var(--accent); color: var(--on-accent); }
.main:hover { background: var(--accent-hover); border-color: var(--accent-hover); }
.plain { background: transparent; border: 1px solid var(--line); }
.plain:hover { background: var(--hover); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

label { display: block; margin: 20px 0 6px; font-weight: 600; }
.device-code {
  width: 100%;
  height: 48px;
  padding: 0 14px;
  border: 1px solid var(--quiet);
  border-radius: 8px;
  background: transparent;
  color: inherit;
  font: 600 20px/1 ui-monospace, "Cascadia Mono", "SF Mono", Menlo, monospace;
  letter-spacing: 0.12em;
  text-transform: uppercase;
}
.device-code[aria-invalid] { border-color: var(--bad); }
.problem { margin-top: 8px; display: flex; gap: 8px; color: var(--bad); }

footer { display: flex; align-items: center; gap: 8px; color: var(--quiet); font-size: 13px; text-wrap: balance; }
footer .icon { width: 18px; height: 18px; }
@media (prefers-reduced-motion: no-preference) {
  button { transition: background-color 120ms, border-color 120ms; }
}
`;
