/** Putting the list in order. */
export const list = {
  'row.menu.move': 'Move',
  'row.menu.move.up': 'Up',
  'row.menu.move.down': 'Down',
  'row.menu.move.top': 'To the top',
  'row.menu.move.bottom': 'To the bottom',
  'row.moved': 'Moved {name} to {place} of {count}',
  'row.moved-pinned': 'Pinned {name} as {place} of {count}',
  'row.moved-unpinned': 'Unpinned {name}, now {place} of {count}',
  'row.move.first': '{name} is the first already',
  'row.move.last': '{name} is the last already',
  'row.move.searching': 'Clear the search to move presets',
} as const satisfies Record<string, string>;
