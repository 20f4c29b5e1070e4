import {
  RendererProvider,
  renderFluentProvider_unstable,
  useFluentProviderContextValues_unstable,
  useFluentProviderStyles_unstable,
  useFluentProvider_unstable,
  useFocusVisible,
} from '@fluentui/react-components';
import { useInsertionEffect, useState, type ReactNode } from 'react';
import type { Theme } from '../../shared/snapshot';
import { createAdoptedStyleRenderer } from './adopted-style-renderer';
import { darkTheme, lightTheme } from './brand';
import { useColorScheme } from './use-color-scheme';

const renderer = createAdoptedStyleRenderer(document);

/**
 * A document without a head: given it, Fluent's provider makes no `<style>` element for the theme, which
 * `style-src 'self'` would forbid. The rule it would have written is adopted below instead.
 */
const headless = new Document();

/** The theme, the accent colour and the styles, for all below it. */
export function Look({
  theme,
  children,
}: {
  readonly theme: Theme;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <ThemedRoot theme={theme}>{children}</ThemedRoot>
    </RendererProvider>
  );
}

function ThemedRoot({ theme, children }: { readonly theme: Theme; readonly children: ReactNode }): ReactNode {
  const scheme = useColorScheme(theme);
  const [sheet] = useState(() => new CSSStyleSheet());
  const focusVisible = useFocusVisible<HTMLDivElement>({ targetDocument: document });
  const state = useFluentProvider_unstable(
    {
      theme: scheme === 'dark' ? darkTheme : lightTheme,
      targetDocument: headless,
      children,
    },
    focusVisible,
  );
  const { cssRule } = state.serverStyleProps;
  useInsertionEffect(() => {
    sheet.replaceSync(cssRule);
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
    document.documentElement.style.colorScheme = scheme;
  }, [sheet, cssRule, scheme]);
  const onPage = { ...state, targetDocument: document };
  useFluentProviderStyles_unstable(onPage);
  return renderFluentProvider_unstable(onPage, useFluentProviderContextValues_unstable(onPage));
}
