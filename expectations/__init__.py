"""What stands between the pipeline and the public: rules as data, and Great Expectations that run them."""
