import type { DeliveryView } from '../../../api/partners/schema.ts'
import { momentWords } from '../../lib/deadline.ts'
import { answerWords, deliveryWords, kindWords } from '../../lib/partner-words.ts'

/** The last messages to one's own system, the newest first. */
export function Deliveries({ deliveries }: { deliveries: readonly DeliveryView[] }) {
  if (deliveries.length === 0) return <p>Er is nog geen bericht verstuurd.</p>
  return (
    <>
      <h3 class="nl-heading nl-heading--level-3">De laatste berichten</h3>
      <table class="vd-work">
        <caption class="vd-hidden">De laatste berichten</caption>
        <thead>
          <tr>
            <th scope="col">Wat</th>
            <th scope="col">Wanneer</th>
            <th scope="col">Stand</th>
            <th scope="col">Antwoord</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.id}>
              <th scope="row" class="vd-work__what">
                {kindWords(delivery.kind)}
              </th>
              <td data-label="Wanneer">{momentWords(delivery.at)}</td>
              <td data-label="Stand">
                {deliveryWords[delivery.state]}
                {delivery.attempts > 1 && ` (${delivery.attempts} keer geprobeerd)`}
              </td>
              <td data-label="Antwoord">{delivery.answer ? answerWords(delivery.answer) : 'nog geen'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
