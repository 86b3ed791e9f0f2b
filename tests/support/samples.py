"""A small plan that holds together, as an editor would type it, for tests to break."""

from __future__ import annotations

from pathlib import Path

from crimeplan.load import Loaded, load_content
from crimeplan.model import Plan

FILES: dict[str, str] = {
    "plan.yml": """\
title: Police & Crime Plan (2021-2024)
strapline: People first
names:
  site: Sampleshire Police and Crime Plan
  force: Sampleshire Police
  force_grades: Grades of Sampleshire Police
  force_reports: Reports on Sampleshire Police
  not_the_force: The regional unit, not Sampleshire Police.
  succeeded: Another commissioner has published another plan.
period: {start: 2021-08-20, start_source: plan, end: 2024-05-06, end_source: plan}
publication: draft
stage: beta
office: {name: The office, address: [1 Road, Town], email: office@example.org, source: plan}
adopted_text: https://example.org/plan
present_plan: {years: 2025 to 2028, title: The next, address: https://example.org/n, source: plan}
leave_to: https://example.org/weather
""",
    "priorities/1.yml": """\
number: 1
title: Community policing
summary: Police near you.
summary_items:
  - text: Watch schemes
    deliverables: 1.1
  - text: Fly-tipping
    note: No part carries it.
deliverables:
  - id: 1.1
    title: Days of action
    summary: Days on which people act together.
    see_also:
      - {id: 1.2, why: Both are about watching.}
    source_notes: The heading runs on.
    commitments:
      - id: 1.1.a
        text: Hold a day of action.
        owner: office
        kind: act
        duty: once
        shown_by: A published report of the day.
        clear: yes
      - id: 1.1.b
        text: Watch over the force.
        owner: [office, force]
        kind: monitor
        duty: standing
        shown_by: Published minutes.
        clear: partly
        clear_note: It does not say how often.
  - id: 1.2
    title: Watch schemes
    summary: Neighbours who look out.
    commitments:
      - id: 1.2.a
        text: Pay for watch schemes.
        owner: office
        owner_named: no
        kind: fund
        duty: yearly
        due: each year
        shown_by: A published grant.
        clear: yes
      - id: 1.2.b
        text: Pay for them again.
        owner: office
        kind: fund
        duty: once
        not_counted: repeat
        not_counted_reason: It repeats the line above.
""",
    "evidence/1.yml": """\
- id: grant
  when: 2022-03-04
  recorded: 2026-11-22
  what: The office set aside {sum} for schemes.
  figures:
    sum: {value: 497000, unit: gbp, qualifier: nearly}
  area: county
  deliverables: 1.2
  commitments: 1.2.a
  timing: in-plan
  fit: direct
  source: notice
  caution: It shows money, not results.
- id: older
  when: 2020/21
  recorded: 2026-11-22
  what: A newspaper wrote of schemes.
  area: [north, south]
  deliverables: [1.1, 1.2]
  timing: before
  fit: adjacent
  source: paper
""",
    "left-out.yml": """\
- id: claim
  what: A claim of a campaign.
  reason: Campaign claims are left out.
  source: leaflet
""",
    "sources.yml": """\
- id: plan
  title: The plan
  publisher: The office
  kind: official
  date: 2021-08-20
  address: https://example.org/plan
  read: 2026-11-22
- id: notice
  title: Decision 37
  publisher: The office
  kind: official
  read: 2026-11-22
- id: paper
  title: A story
  publisher: The Paper
  kind: press
  date: 2022
  address: https://example.com/story
  read: 2026-11-22
- id: leaflet
  title: A leaflet
  publisher: A party
  kind: political
  read: 2026-11-22
""",
    "places.yml": """\
- {id: north, name: The north, used_for: [evidence, figures]}
- {id: south, name: The south, used_for: [evidence, figures]}
- {id: county, name: Sampleshire, evidence_name: All Sampleshire, used_for: [evidence, figures]}
- {id: england-and-wales, name: England and Wales, used_for: figures, outside: yes}
""",
    "languages.yml": """\
- code: en
  endonym: English
  name: English
  direction: ltr
  script: Latin
  decision: As in the United Kingdom.
- code: ur
  endonym: اردو
  name: Urdu
  direction: rtl
  script: Nastaliq
  decision: Latin digits.
- code: pl
  endonym: Polski
  name: Polish
  direction: ltr
  script: Latin
  grouping: no
  decision: No grouping of four digits.
""",
    "glossary.yml": """\
- id: asb
  term: ASB
  expansion: Anti-social behaviour
  meaning: Behaviour that causes alarm.
  sources: plan
""",
    "help.yml": """\
- id: emergency
  group: police
  name: Emergency
  contacts:
    - {kind: phone, value: "999"}
  who: Anyone.
  expect: They ask what you need.
  sources: plan
  checked: 2026-11-22
  recheck_by: 2027-02-22
""",
    "notices.yml": "[]\n",
    "accessibility.yml": """\
prepared: 2026-11-20
reviewed: 2026-11-22
review_by: 2027-11-22
standard: The guidelines 2.2, level AA
standard_address: https://example.org/standard
conformance: partially-compliant
conformance_reason: Nobody has audited it.
method: We tested it ourselves.
tests:
  - what: Faults that a program can find.
    how: A tool 4.12
    when: 2026-11-21
    scope: Every page.
not_tested: No screen reader.
issues:
  - id: small-map
    kind: non-compliance
    what: A map has no words. This affects people who cannot see it.
    instead: The list beside it says the same.
    reason: It has not been mended yet.
    criterion: 1.1.1
    since: 2026-11-20
    review_by: 2027-05-22
  - id: others
    kind: out-of-scope
    what: Pages of others may not be accessible.
    reason: They are not ours.
    since: 2026-11-20
    review_by: 2027-11-22
formats: E-mail the office for large print.
enforcement:
  law: The Regulations 2018
  procedure: https://example.org/law
  body: The Commission
  adviser: The Advice Service
  adviser_address: https://example.org/advice
sources: plan
""",
    "terms.csv": """\
term,english,language,rendering,keeps_english,avoid,note,source
plan,plan,ur,پلان,,منصوبہ,m.,coined
plan,plan,pl,plan,,,,usual
signpost,Signpost,pl,Signpost (pomoc),yes,drogowskaz | znak,,coined
""",
    "search.csv": """\
language,kind,name,words
en,part,1.2,neighbourhood watch | nosy neighbours
ur,part,1.2,پڑوسی
en,page,index,start
""",
    "rounds.yml": """\
- id: older
  title: 2014 to 2018/19
  scale: four-tier
  note: Four grades.
- id: newer
  title: 2021/22
  scale: five-tier
  note: Five grades.
  not_comparable: New questions were asked.
""",
    "questions.yml": """\
- id: effectiveness
  title: Effectiveness
- id: preventing
  title: Preventing crime
  part_of: effectiveness
""",
    "inspections/2016-effectiveness.yml": """\
id: 2016-effectiveness
title: Effectiveness 2016
body: Inspectors
programme: Effectiveness
year: 2016
published: 2017-03-02
round: older
grades:
  - {question: effectiveness, grade: inadequate}
  - {question: preventing, grade: requires-improvement, asked: Prevention}
findings:
  - id: c16-1
    kind: cause-of-concern
    question: preventing
    text: Too few people.
    deliverables: 1.1
  - id: r16-1
    kind: recommendation
    part_of: c16-1
    question: preventing
    text: Find more people.
    by_when: at once
    deliverables: 1.1
source: plan
""",
    "inspections/2021-22-peel.yml": """\
id: 2021-22-peel
title: All questions 2021/22
body: Inspectors
programme: PEEL
year: 2021/22
published: 2022-04-13
round: newer
grades:
  - {question: preventing, grade: adequate, deliverables: 1.2}
findings:
  - id: a21-1
    kind: area-for-improvement
    question: preventing
    text: Answer sooner.
    deliverables: 1.1
    follows: c16-1
    later:
      - {when: 2023-05, what: Calls were answered sooner., source: paper}
response: {state: not-found, searched: 2026-11-22, where: The pages of the office}
source: plan
""",
    "measures/crime-rates.yml": """\
id: crime-rates
title: Crime rates
summary: How much crime was recorded.
headline: The police recorded {rate} crimes for every 1,000 people. Elsewhere it was {other}.
series:
  - {id: all, label: All crime, unit: per-1000-people}
  - {id: burglary, label: Burglary, unit: per-1000-people}
compared_with: england-and-wales
chart: pairs
counts: Crimes that were recorded.
leaves_out: Crimes that nobody reported.
cautions: The rules of recording changed.
deliverables: 1.1
""",
    "measures/crime-rates.csv": """\
name,series,period,area,value,words,qualifier,state,source,note
rate,all,2014-07-01 to 2015-06-30,county,61.2,,,,plan,
other,all,2014-07-01 to 2015-06-30,england-and-wales,63.0,,,,plan,
,burglary,2014-07-01 to 2015-06-30,county,12.2,,about,,plan,By household.
,burglary,2014-07-01 to 2015-06-30,england-and-wales,8.4,,,,plan,
""",
}


def write_content(folder: Path, **changes: str) -> Path:
    """Write the sample to ``folder``/content_data; a change names a file with __ for / and _yml.

    write_content(folder, help_yml="...") replaces help.yml. Returns content_data.
    """
    content = folder / "content_data"
    for name, text in FILES.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for key, text in changes.items():
        path = content / key.replace("__", "/").replace("_yml", ".yml").replace("_csv", ".csv")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return content


def edited(name: str, old: str, new: str) -> str:
    """The sample's file ``name`` with ``old`` replaced by ``new``; ``old`` must be there once."""
    text = FILES[name]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    return text.replace(old, new)


def load_sample(folder: Path, **changes: str) -> Loaded:
    """The sample, changed, as read."""
    return load_content(write_content(folder, **changes))


def sample_plan(folder: Path, **changes: str) -> Plan:
    """The sample, changed, as a plan; it must have no problems."""
    loaded = load_sample(folder, **changes)
    assert loaded.plan is not None, "\n".join(map(str, loaded.problems))
    return loaded.plan
