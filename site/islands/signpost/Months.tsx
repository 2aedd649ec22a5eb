import type { SignpostsView } from '../../../api/signposts/schema.ts'

const name = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** One's own organisation by month; what is below ten is not told. */
export const Months = ({ counts }: { counts: SignpostsView }) => (
  <section class="vd-list-section" aria-labelledby="maanden">
    <h2 id="maanden" class="nl-heading nl-heading--level-2">
      Zo vaak wees uw organisatie de weg
    </h2>
    <p>Kleine aantallen laten wij niet zien: die kunnen naar één persoon wijzen.</p>
    <table class="vd-work">
      <caption class="vd-hidden">Aantal gegeven adressen per maand</caption>
      <thead>
        <tr>
          <th scope="col">Maand</th>
          <th scope="col">Aantal</th>
        </tr>
      </thead>
      <tbody>
        {counts.months.map(({ month, count }) => (
          <tr key={month}>
            <th scope="row">{name.format(new Date(`${month}-01T12:00:00Z`))}</th>
            <td data-label="Aantal">{count ?? `minder dan ${counts.leastShown}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
