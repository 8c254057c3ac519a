// National bodies by their public names, and companies that do not exist.

const two = (contact) => [contact('duty', 'Officier van dienst'), contact('deputy', 'Plaatsvervangend officier van dienst')];
const three = (contact) => [contact('leader', 'Dienstdoend leidinggevende'), ...two(contact)];

const body = (id, name, place, sectors, tier, contacts) => ({ id, name, place, sectors, tier, contacts });

export const national = (contact) => [
  body('ncc', 'Nationaal Crisiscentrum', 'NL', ['government'], 1, three(contact)),
  body('locc', 'Landelijk Operationeel Coördinatiecentrum', 'NL', ['government'], 1, three(contact)),
  body('politie', 'Politie, landelijke operaties', 'NL', ['government'], 1, three(contact)),
  body('kmar', 'Koninklijke Marechaussee', 'NL', ['government', 'aviation'], 1, three(contact)),
  body('prorail', 'ProRail, verkeersleiding', 'NL', ['rail'], 1, three(contact)),
  body('ns', 'NS, operationeel centrum', 'NL', ['rail'], 1, three(contact)),
  ...[
    ['jenv', 'Justitie en Veiligheid'], ['bzk', 'Binnenlandse Zaken en Koninkrijksrelaties'], ['ienw', 'Infrastructuur en Waterstaat'],
    ['ez', 'Economische Zaken'], ['defensie', 'Defensie'],
  ].map(([id, name]) => body(`min-${id}`, `Ministerie van ${name}`, 'NL', ['government'], 3, two(contact))),
];

const english = (contact) => [contact('control', 'Operations control centre', 'en'), contact('duty', 'Security duty manager', 'en')];

export const companies = (contact) => [
  ...['Demo Airways', 'Sample Air Cargo', 'Example Wings'].map((name) =>
    body(name.toLowerCase().replaceAll(' ', '-'), name, 'GM0394', ['aviation'], 3, english(contact))),
  body('demo-water-midden', 'Demo Drinkwater Midden', 'PV26', ['drinking-water'], 3, two(contact)),
  body('demo-water-zuid', 'Demo Drinkwater Zuid', 'PV30', ['drinking-water'], 3, two(contact)),
  body('demo-net-noord', 'Demo Netbeheer Noord', 'PV20', ['energy'], 3, two(contact)),
  body('demo-net-west', 'Demo Netbeheer West', 'PV28', ['energy'], 3, two(contact)),
  ...[['GM0363', 'Amsterdam'], ['GM0599', 'Rotterdam'], ['GM0518', 'Den Haag'], ['GM0344', 'Utrecht']].map(([place, city]) =>
    body(`demo-ov-${place.toLowerCase()}`, `Demo Stadsvervoer ${city}`, place, ['public-transport'], 3, two(contact))),
  body('demo-guard', 'Demo Evenementenbeveiliging', 'GM0363', ['public-events'], 3, three(contact)),
];
