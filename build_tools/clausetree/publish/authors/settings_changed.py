"""Settings that somebody changed in a browser: words and lists, and nothing that names code to be run.

What MkDocs reads can name programs, and Python itself. So all but what is listed here has to stay as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from clausetree.publish.sources.settings_file import PLUGIN

WORDS = ("site_name", "site_url", "site_description", "copyright", "nav", "not_in_nav", "exclude_docs", "extra")
"""The settings that hold words, and may be changed."""
OURS = ("attestation", "courses")
"""What may be changed of the settings of `clausetree` under `plugins`."""

_MOST = 1_000_000
_KINDS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
)


def faults_in_settings(path: str, before: bytes, after: bytes) -> list[str]:
    """Return a line for each thing that changed and may not be changed in this way."""
    if len(after) > _MOST:
        return [f"- {path} is larger than settings are."]
    try:
        old, new = (yaml.compose(content.decode("utf-8-sig"), yaml.SafeLoader) for content in (before, after))
        if not isinstance(old, yaml.MappingNode) or not isinstance(new, yaml.MappingNode):
            return [f"- {path} holds no settings."]
        changed = [*_changed(old, new)]
    except (ValueError, RecursionError, yaml.YAMLError):
        return [f"- {path} cannot be read as settings."]
    return [f"- {path}: `{name}` can only be changed in the repository." for name in changed]


def _changed(old: yaml.MappingNode, new: yaml.MappingNode) -> Iterator[str]:
    was, now = _entries(old), _entries(new)
    if len(now) != len(new.value):
        yield "a setting that is there twice"
    for name in sorted({*was, *now}):
        if name in WORDS:
            # A tag, such as `!!python/object`, would have code run that nobody looked at.
            if name in now and not _is_plain(now[name]) and _text(was.get(name)) != _text(now[name]):
                yield name
        elif name == "plugins":
            if _plugins(was.get(name)) != _plugins(now.get(name)):
                yield name
        elif _text(was.get(name)) != _text(now.get(name)):
            yield name


def _entries(mapping: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {str(key.value): value for key, value in mapping.value}


def _text(node: yaml.Node | None) -> str:
    return "" if node is None else str(yaml.serialize(node))


def _plugins(node: yaml.Node | None) -> list[str]:
    """Return each plugin as it is written, without what may be changed of ours."""
    if not isinstance(node, yaml.SequenceNode):
        return [_text(node)]
    return [_rest(one) for one in node.value]


def _rest(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode) and node.value == PLUGIN:
        return PLUGIN
    if not isinstance(node, yaml.MappingNode) or [key.value for key, _ in node.value] != [PLUGIN]:
        return _text(node)
    ((_, options),) = node.value
    if not isinstance(options, yaml.MappingNode):
        return PLUGIN if options.tag == "tag:yaml.org,2002:null" else _text(node)
    kept = [(key.value, value) for key, value in options.value]
    named = [name for name, _ in kept]
    if len({*named}) < len(named):
        return "twice"
    rest = [f"{name}: {_text(value)}" for name, value in kept if name not in OURS or not _is_plain(value)]
    return "\n".join([PLUGIN, *rest])


def _is_plain(node: yaml.Node) -> bool:
    """Return whether there is nothing but words, numbers, lists and mappings in it."""
    waiting, seen = [node], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if one.tag not in _KINDS:
            return False
        if isinstance(one, yaml.MappingNode):
            waiting += [part for pair in one.value for part in pair]
        elif isinstance(one, yaml.SequenceNode):
            waiting += one.value
    return True
