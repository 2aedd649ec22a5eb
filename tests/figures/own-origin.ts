import { type Figure, counting } from './figure.ts'
import { tamperedVisit } from './tampered.ts'

export const ownOrigin: Figure = {
  id: 'own-origin',
  what: 'public pages that ask nothing of another address, set no cookie, and try nothing their policy must stop; the story too',
  run: async (bench) => {
    const count = counting()
    for (const { path, foreign, cookies, stopped } of await bench.visits()) {
      count.hold(foreign.length === 0, `${path} asks ${foreign.join(', ')}`)
      count.hold(cookies.length === 0, `${path} sets ${cookies.join(', ')}`)
      count.hold(stopped.length === 0, `${path} ${stopped.join('; ')}`)
    }
    // The workspace has its one cookie; for the rest it is held to the same.
    const { house, urls, stopped } = await bench.played()
    const elsewhere = urls.filter((url) => !url.startsWith(`${house.url}/`) && !url.startsWith('data:'))
    count.hold(urls.length > 0 && elsewhere.length === 0, `the story asks ${elsewhere.join(', ')}`)
    count.hold(stopped.length === 0, `the story: ${stopped.join('; ')}`)
    return count
  },
  control: async (bench) => {
    const { foreign, cookies, stopped } = await tamperedVisit(bench, '/', {
      html: (html) =>
        html.replace('</main>', '<script>1</script><img src="https://derde.example/p.gif" alt=""></main>'),
      headers: ({ 'content-security-policy': policy = '', ...rest }) => ({
        ...rest,
        'content-security-policy': policy.replace("img-src 'self'", 'img-src *'),
        'set-cookie': 'bezoek=1',
      }),
    })
    const count = counting()
    for (const found of [foreign, cookies, stopped]) count.hold(found.length === 0, found.join(', '))
    return { broke: 'a picture from elsewhere, a cookie and a script of nobody on the home page', ...count }
  },
}
