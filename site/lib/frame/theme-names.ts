/** English names of themes that Dutch municipalities have in common, by their code; another keeps its own name. */
export const englishThemes: Record<string, { name: string; text: string }> = {
  'geld-en-schulden': { name: 'Money and debts', text: 'Bills, debts, benefits and living on little money.' },
  'werk-en-meedoen': { name: 'Work and taking part', text: 'Finding work, income support, volunteering.' },
  'taal-post-en-computer': {
    name: 'Language, letters and computer',
    text: 'Learning Dutch, understanding letters and doing things online.',
  },
  'opgroeien-en-opvoeden': {
    name: 'Growing up and parenting',
    text: 'Questions about children, teenagers and school.',
  },
  'wonen-en-buurt': { name: 'Housing and neighbourhood', text: 'Finding a home, rent, neighbours, no place to live.' },
  'zorg-en-hulp-thuis': { name: 'Care and help at home', text: 'Nursing, help in the house, meals and transport.' },
  mantelzorg: { name: 'Caring for someone', text: 'For who looks after a partner, parent, child or friend.' },
  'ontmoeten-en-eenzaamheid': {
    name: 'Meeting people, loneliness',
    text: 'Getting to know people and doing things together.',
  },
  'psychische-klachten': {
    name: 'Mental health',
    text: 'Feeling low, afraid, tense or confused. Also thoughts of suicide.',
  },
  verslaving: { name: 'Addiction', text: 'Alcohol, drugs, gambling, gaming or medicines. For family too.' },
  'geweld-en-onveilig-thuis': {
    name: 'Violence, not safe at home',
    text: 'Hitting, threats, abuse or neglect. For yourself or someone else.',
  },
  'leven-met-een-beperking': {
    name: 'Living with a disability',
    text: 'Help with a disability or an illness that does not go away.',
  },
  'recht-en-klachten': { name: 'Rights and complaints', text: 'Your rights, appeals and help with a complaint.' },
}
