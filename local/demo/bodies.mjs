// Who is in the demonstration directory: functions, never persons.
import { companies, national } from './organisations.mjs';

// By the station list's own types: the six largest, the junctions where intercity trains stop, and the other junctions.
const largest = 'ASD EHV GVC RTD SHL UT';
const junctions = 'AH ALM AMF AML AMR APD APN ASN ASS BD DDR DT DV ED ES GD GN GV HGL HLM HM HN HRL HT HVS LEDN LLS LW MT NM O RM RSD STD TB VL VS ZD ZL ZP';
const others = 'ASA ASDZ CAS DR ETN HAD HDR HR OST RTA SWK WH WT BP CO MRB OMN VK '
  + 'ASB BKL BMR BRN BTL DB DLD DTC DVD EST GDM GP GR HD HGZ HTN HWD KRD LAA LG MP MRN MTR NDB NSCH PMR RHN SK ST TL UTG UTO UTVR '
  + 'VDM VNDC VRY WD WDN WP WS WW ZB ZLW ZTM ZV ZZS';

const contact = (id, title, language) => ({ id, function: title, language });

const municipality = ({ code, name }) => ({
  id: code.toLowerCase(), name: `Gemeente ${name}`, place: code, sectors: [], tier: 1,
  contacts: [contact('mayor', 'Burgemeester'), contact('deputy', 'Locoburgemeester'), contact('duty', 'Officier van dienst bevolkingszorg')],
});

const region = ({ code, name }) => ({
  id: code.toLowerCase(), name: `Veiligheidsregio ${name}`, place: code, sectors: [], tier: 1,
  contacts: [contact('leader', 'Operationeel leider'), contact('control', 'Calamiteitencoördinator meldkamer'), contact('duty', 'Piket crisisbeheersing')],
});

const province = ({ code, name }) => ({
  id: code.toLowerCase(), name: `Provincie ${name}`, place: code, sectors: [], tier: 2,
  contacts: [contact('commissioner', 'Commissaris van de Koning'), contact('duty', 'Piket crisisbeheersing')],
});

// Who answers at Schiphol speaks English.
const station = ({ code, name }, staff, tier) => ({
  id: code.toLowerCase(), name: `Station ${name}`, place: code, sectors: ['rail'], tier,
  contacts: [
    code === 'ST-SHL' ? contact('desk', 'Station security desk', 'en') : contact('desk', 'Beveiligingsdesk'),
    contact('duty', 'Officier van dienst spoor'),
    contact('manager', 'Stationsmanager'),
  ].slice(0, staff),
});

const airport = ({ code, name }) => ({
  id: code.toLowerCase(), name, place: code, sectors: ['aviation'], tier: 1,
  contacts: [
    code === 'AP-AMS' ? contact('duty', 'Airport duty manager', 'en') : contact('duty', 'Dienstdoend luchthavenmanager'),
    contact('security', 'Regiekamer beveiliging'),
    contact('police', 'Wachtcommandant Koninklijke Marechaussee'),
    contact('airlines', 'Airline operations desk', 'en'),
  ],
});

const port = ({ code, name }) => ({
  id: code.toLowerCase(), name: `Haven ${name}`, place: code, sectors: ['ports'], tier: 2,
  contacts: [
    code === 'PT-NLRTM' ? contact('security', 'Port security officer', 'en') : contact('security', 'Havenbeveiligingsfunctionaris'),
    contact('duty', 'Dienstdoend havenmeester'),
  ],
});

export function bodies(divisions, sites) {
  const coded = (prefix) => divisions.filter(({ code }) => code.startsWith(prefix));
  const kind = (wanted) => sites.filter((site) => site.kind === wanted);
  const stations = (codes, staff, tier) => codes.split(' ').map((code) => {
    const site = sites.find((candidate) => candidate.code === `ST-${code}`);
    if (!site) throw new Error(`No station ${code} among the sites.`);
    return station(site, staff, tier);
  });

  return [
    ...national(contact),
    ...coded('VR').map(region),
    ...coded('GM').map(municipality),
    ...coded('PV').map(province),
    ...kind('airport').map(airport),
    ...stations(largest, 3, 1), ...stations(junctions, 3, 2), ...stations(others, 2, 2),
    ...kind('port').map(port),
    ...companies(contact),
  ];
}
