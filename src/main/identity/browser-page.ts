const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The page that the browser shows when the sign-in has come back to this computer. */
export function browserPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { min-height: 90vh; display: grid; place-content: center; text-align: center; margin: 0 24px; }
h1 { font-size: 20px; font-weight: 600; margin: 0 0 4px; }
p { margin: 0; opacity: .8; }
</style>
</head>
<body><main><h1>${escape(title)}</h1><p>${escape(body)}</p></main></body>
</html>`;
}
