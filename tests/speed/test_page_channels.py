"""What stands around and beside a page is made from its part of the library alone, and from a site's own templates."""

from careleaf.build.judging import judged_run
from careleaf.build.means import Means
from careleaf.build.page_channels import around, beside
from careleaf.build.site import build_site
from careleaf.channels.api.page import page_json
from careleaf.channels.embed import embed_page
from careleaf.channels.site_page import breadcrumb, site_page_html, topic_page_html
from careleaf.channels.terms import page_terms
from tests.conftest import ROOT, TODAY, SiteMaker, write_file


def test_the_part_of_a_page_says_all_that_the_whole_library_says_of_it() -> None:
    run = judged_run(ROOT / "mkdocs.yml", TODAY)
    templates, wording, library = run.templates, run.wording, run.library
    assert len(run.views) > 4
    for view in run.views.values():
        made = beside(view, run)
        assert made.embed == embed_page(view, library, templates, wording)
        assert made.api == page_json(view, library)
        parts, whole = around(view, run), topic_page_html(view, library, run.views, templates, wording)
        assert (parts.main_message, parts.actions, parts.after, parts.structured_data) == (
            whole.main_message,
            whole.actions,
            whole.after,
            whole.structured_data,
        )
        assert parts.breadcrumb == breadcrumb(view.page, library, templates, wording)
        assert parts.site_page == site_page_html(view.page, library, templates, wording)
        assert parts.terms == page_terms(view.page, library)


def test_a_sites_own_template_may_name_others_of_its_own(make_site: SiteMaker) -> None:
    settings = make_site()
    root = settings.parent
    write_file(root / "overrides/careleaf/foot.html", '<p>{% include "own/thanks.html" %}</p>\n')
    for thanks in ("Thank you for reading.", "See you again."):
        write_file(root / "overrides/own/thanks.html", thanks)
        if "custom_dir" not in settings.read_text():
            settings.write_text(settings.read_text().replace("name: material", "name: material, custom_dir: overrides"))
        assert build_site(settings, TODAY, None, lambda _doing: None, Means(1)).published
        assert f"<p>{thanks}</p>" in (root / "site/sleep/index.html").read_text()
