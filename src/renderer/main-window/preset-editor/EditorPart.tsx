import { Activity as Part, useRef, type ReactNode } from 'react';
import { useReturnFocus } from '../pages/use-return-focus';
import { useWindowStyles } from '../window-styles';
import { EditorPage } from './EditorPage';
import type { EditorTarget } from './editor-target';
import type { EditorState } from './use-editor';

interface EditorPartProps {
  readonly editor: EditorState;
  readonly target: EditorTarget;
  readonly shown: boolean;
}

/** The editor, kept while another page is shown: what was typed is there again afterwards. */
export function EditorPart({ editor, target, shown }: EditorPartProps): ReactNode {
  const styles = useWindowStyles();
  const part = useRef<HTMLDivElement>(null);
  useReturnFocus(part, shown);
  return (
    <div ref={part} className={styles.main}>
      <Part mode={shown ? 'visible' : 'hidden'}>
        <EditorPage
          key={editor.number}
          target={target}
          isAskedToLeave={editor.next !== undefined}
          onStay={editor.stay}
          onSaved={(then) => editor.saved(then.map((start) => ({ kind: 'add', start })))}
          onClose={editor.close}
        />
      </Part>
    </div>
  );
}
