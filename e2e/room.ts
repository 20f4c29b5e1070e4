import type { Locator, Page } from 'playwright/test';

/** Whether less of a text is seen than there is, on one line that ends with three dots. */
export const cutToOneLine = (text: Locator): Promise<boolean> =>
  text.evaluate((element) => {
    const { textOverflow, overflowX, whiteSpace } = getComputedStyle(element);
    const endsWithDots = textOverflow === 'ellipsis' && overflowX === 'hidden' && whiteSpace === 'nowrap';
    return endsWithDots && element.scrollWidth > element.clientWidth;
  });

/** Whether the page, or anything in it that scrolls, is wider than there is room for. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].some((element) => {
      const scrolls =
        element === document.documentElement ||
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
      return scrolls && element.scrollWidth > element.clientWidth;
    }),
  );
