/** Which keys there are, and where to switch them off. */
import { keyWords } from '../../lib/work-words.ts'
import { Dialog } from '../../parts/Dialog.tsx'

export const KeysHelp = ({ onClose }: { onClose: () => void }) => (
  <Dialog id="toetsen" title="Toetsen op de werklijst" onClose={onClose}>
    <dl class="vd-keys">
      {keyWords.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    <p>
      Zitten deze toetsen in de weg? Zet ze uit bij{' '}
      <a class="nl-link" href="/werk/berichten/#instellingen">
        uw instellingen
      </a>
      . Alles kan ook met de knoppen.
    </p>
  </Dialog>
)
