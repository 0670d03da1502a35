"""Building blocks of the screens: cards, chips, steps, timelines, banners, forms. No data is fetched here."""
