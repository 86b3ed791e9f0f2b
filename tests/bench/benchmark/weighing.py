"""Run as ``python -m benchmark.weighing``: what some pages of the finished site weigh."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click
from playwright.sync_api import sync_playwright

from machine_browser import find_browser

from .contenders import ROOT
from .keeping import keep
from .machine import commit
from .serving import served
from .weights import judge, weigh, weight_table

FOLDER = Path(__file__).parents[1]
_PAGES = ("", "priorities/3/", "priorities/3/3-4/", "measures/crime-rates/")
"""Home, a priority, a part and a measure."""
_LANGUAGES = ("en", "ur", "zh")
"""One of the fewest fonts, one of the most, and one with the machine's own fonts."""
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@click.command()
@click.option("--site", type=click.Path(path_type=Path), default=ROOT / "site")
@click.option("--page", "pages", multiple=True, default=_PAGES, help="Below a language's top.")
@click.option("--language", "languages", multiple=True, default=_LANGUAGES)
@click.option("--lighthouse", is_flag=True, help="Ask Lighthouse too; npx fetches it.")
@click.option("--rounds", type=click.IntRange(min=1), default=5, help="Runs of Lighthouse.")
@click.option("--output", type=click.Path(path_type=Path), default=FOLDER)
def main(
    site: Path,
    pages: tuple[str, ...],
    languages: tuple[str, ...],
    lighthouse: bool,
    rounds: int,
    output: Path,
) -> None:
    """Weigh pages of the finished SITE and write weight.md and weight.json."""
    if not (site / "index.html").is_file():
        raise click.ClickException(f"There is no site in {site}. Run: nox -s site")
    wanted = [(language, page) for page in pages for language in languages]
    with served(site) as top:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=list(_FLAGS))
            weighed = [weigh(browser, top, *one) for one in wanted]
            version = f"Chromium {browser.version}"
            browser.close()
        turns = rounds if lighthouse else 0
        judged = [judge(top, *one) for one in wanted for _ in range(turns)]
    results = {
        "commit": commit(ROOT),
        "browser": version,
        "pages": [asdict(weight) for weight in weighed],
        "rounds": turns,
        "lighthouse": [asdict(run) for run in judged],
    }
    keep("weight", results, weight_table(results), output)


if __name__ == "__main__":
    main()
