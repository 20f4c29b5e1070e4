/** What the bench makes of its readings: medians, quartiles, and a table to print. */

/**
 * @typedef {object} Comparison
 * @property {string} name what was measured
 * @property {string} unit of all readings
 * @property {number[]} product readings of Token Tray
 * @property {{ name: string, readings: number[] }} reference taken in the same run, in turns with the product's
 * @property {Aim} [aim]
 */

/**
 * @typedef {{ of: 'ratio' | 'difference' | 'median', atMost: number }} Aim
 * ratio or difference of the two medians, or the product's own median
 */

/**
 * The value below which a share of the readings lies, between two readings by their distance.
 * @param {readonly number[]} readings
 * @param {number} share from 0 to 1
 * @throws {RangeError} when there are no readings
 */
export function quantile(readings, share) {
  const sorted = [...readings].sort((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new RangeError('There are no readings.');
  return below + (above - below) * (position - Math.floor(position));
}

/** @param {readonly number[]} readings */
export const median = (readings) => quantile(readings, 0.5);

/** @param {number} value */
const short = (value) => value.toFixed(value < 20 ? 2 : 0);

/**
 * @param {readonly number[]} readings
 * @param {string} unit
 */
export function describeReadings(readings, unit) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => short(quantile(readings, share)));
  return `${middle} ${unit} (${low}–${high}, n=${readings.length})`;
}

/**
 * @param {Comparison} comparison
 * @returns {string[]} one row of the table
 */
function row({ name, unit, product, reference, aim }) {
  const own = median(product);
  const other = median(reference.readings);
  const ratio = own / other;
  const difference = own - other;
  const figures = { ratio, difference, median: own };
  return [
    name,
    describeReadings(product, unit),
    `${reference.name} ${describeReadings(reference.readings, unit)}`,
    `${difference < 0 ? '-' : '+'}${short(Math.abs(difference))} ${unit}`,
    `${ratio.toFixed(2)} ×`,
    aim === undefined ? '' : `${limitOf(aim, unit)}: ${figures[aim.of] <= aim.atMost ? 'met' : 'not met'}`,
  ];
}

/**
 * @param {Aim} aim
 * @param {string} unit
 */
function limitOf({ of, atMost }, unit) {
  if (of === 'ratio') return `${atMost} ×`;
  return `${of === 'difference' ? '+' : ''}${atMost} ${unit}`;
}

/**
 * @param {readonly Comparison[]} comparisons
 * @returns {string} a table in plain text: medians, quartiles in parentheses
 */
export function comparisonTable(comparisons) {
  const header = ['', 'Token Tray', 'beside', 'difference', 'ratio', 'aim'];
  const rows = [header, ...comparisons.map(row)];
  const widths = header.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
