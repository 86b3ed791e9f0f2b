"""A small plan that holds together, as an editor would type it, for tests to break."""

from __future__ import annotations

from pathlib import Path

from crimeplan.load import Loaded, load_content
from crimeplan.model import Plan

FILES: dict[str, str] = {
    "plan.yml": """\
title: Police & Crime Plan (2021-2024)
strapline: People first
period: {start: 2021-08-18, start_source: plan, end: 2024-05-08, end_source: plan}
publication: draft
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
  area: [luton, bedford]
  deliverables: [1.1, 1.2]
  timing: before
  fit: adjacent
  source: paper
""",
    "left-out.yml": """\
- id: claim
  what: A claim of a campaign.
  reason: Campaign claims are left out.
""",
    "sources.yml": """\
- id: plan
  title: The plan
  publisher: The office
  kind: official
  date: 2021-08-18
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
