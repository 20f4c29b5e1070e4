import { makeStyles, tokens } from '@fluentui/react-components';

/** What several parts of the editor share. */
export const useEditorStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  grow: { flex: '1 1 0', minWidth: 0 },
  quiet: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '16px',
    overflowWrap: 'anywhere',
  },
  label: { lineHeight: '20px' },
  start: { alignSelf: 'flex-start' },
});

/** For text that is neither prose nor checked for spelling. */
export const plainText = { spellCheck: false, autoComplete: 'off', autoCorrect: 'off' } as const;
